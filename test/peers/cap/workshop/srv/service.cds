using {workshop} from './workshop';

@path: '/odata/v4/workshop'
@requires: 'any'
@cds.query.limit: { default: 3, max: 5 }
service WorkshopService {
  entity Customers as projection on workshop.Customers actions {
    action   rename(name : String not null, suffix : String @Core.OptionalParameter: { $Type: 'Core.OptionalParameterType' }) returns Customers;
    function countRepairs(atLeast : Integer) returns Integer;
    function similar() returns array of Customers;
    @cds.odata.bindingparameter.collection
    function named(prefix : String) returns array of Customers;
  };

  entity Repairs as projection on workshop.Repairs actions {
    action   deliver(at : Timestamp, windows : array of workshop.Window, codes : array of String) returns Repairs;
    action   touch();
    function cost(currency : String) returns workshop.Money;
    function remarksBy(authors : array of String) returns array of String;
    @cds.odata.bindingparameter.collection
    action   closeAll(before : Date) returns Integer;
    @cds.odata.bindingparameter.collection
    function changes(token : String) returns array of Repairs;
  };

  entity Steps as projection on workshop.Steps;

  @cds.search: { title, code }
  @cds.redirection.target
  entity Parts as projection on workshop.Parts;

  @cds.redirection.target
  entity Woods as projection on workshop.Woods;

  @cds.redirection.target
  entity Manuals as projection on workshop.Manuals;

  entity Visits as projection on workshop.Visits;

  @readonly
  entity Catalog as projection on workshop.Parts excluding { photo, photoType, photoName };

  @Capabilities.DeleteRestrictions.Deletable: false
  entity Archive as select from workshop.Manuals { ID, title };

  @odata.singleton
  entity Settings as projection on workshop.Settings;

  @open
  entity Findings as projection on workshop.Findings;

  type Sample {
    whole : Int64; exact : Decimal(20, 5); day : Date; time : Time; moment : Timestamp; bytes : Binary;
    guid : UUID; urgency : workshop.Urgency; list : array of Int64;
  }

  action   reset(hard : Boolean) returns String;
  action   pay(repair : UUID, money : workshop.Money, parts : array of workshop.Money) returns workshop.Money;
  action   echo(sample : Sample) returns Sample;
  action   echoAll(samples : array of Sample) returns array of Sample;
  action   wipe();
  action   fail(status : Integer);
  /** Refuses the first call with a ticket. */
  action   queue(ticket : String) returns String;
  function add(a : Int64, b : Int64) returns Int64;
  function find(ids : array of UUID, on : Date, name : String) returns array of Customers;
  function load() returns array of { status : String; repairs : Integer; };
  function between(opens : Time, from : Timestamp, price : Decimal) returns array of String;
  function describe(guid : UUID, flag : Boolean, ratio : Double, bytes : Binary, window : workshop.Window, note : String) returns String;
  function sum(numbers : array of Int64, prices : array of workshop.Money) returns Int64;
  function newest() returns Customers;
}
