using {books} from '../db/books';

@path: '/odata/v4/catalog'
@cds.query.limit: { default: 5, max: 100 }
service Catalog {
  entity Books as projection on books.Books;

  @readonly
  @cds.query.limit: 2
  entity Authors as projection on books.Authors;
}
