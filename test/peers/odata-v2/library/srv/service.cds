using {library} from './library';

@path: '/odata/v4/library'
@requires: 'any'
service LibraryService {
  entity Authors  as projection on library.Authors;

  @cds.query.limit: { default: 3, max: 3 }
  @cds.search: { title }
  entity Books    as projection on library.Books actions {
    function isRare(below : Int64) returns Boolean;
    action   restock(quantity : Int64) returns Books;
  };

  entity Chapters as projection on library.Chapters;
  entity Loans    as projection on library.Loans;
  entity Visits   as projection on library.Visits;
  entity Scans    as projection on library.Scans;

  type Receipt { book : Integer; total : Decimal(15, 3); due : Date; at : Time; count : Int64; }

  function rated(above : Double) returns array of Books;
  function newest() returns Books;
  function copiesOf(book : Integer) returns Int64;
  function echo(text : String, id : UUID, number : Int64, amount : Decimal(9, 3), ratio : Double, flag : Boolean,
                day : Date, time : Time, moment : Timestamp) returns String;
  function quote(book : Integer) returns Receipt;
  action   submitOrder(book : Integer, quantity : Int64, due : Date) returns Receipt;
  action   tidy();
  action   fail(status : Integer);
}
