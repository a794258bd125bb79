namespace library;

using {cuid} from '@sap/cds/common';

entity Authors {
  key ID    : Integer;
      name  : String(80) not null;
      born  : Date;
      books : Association to many Books on books.author = $self;
}

/** Has the primitive types that CAP writes in V2. */
entity Books {
  key ID        : Integer;
      title     : String(100) not null;
      copies    : Int64;
      price     : Decimal(15, 3);
      rating    : Double;
      shelf     : UInt8;
      floor     : Int16;
      lendable  : Boolean default true;
      published : Date;
      opens     : Time;
      bought    : DateTime;
      seen      : Timestamp;
      code      : UUID;
      mark      : Binary(32);
      author    : Association to Authors;
      chapters  : Composition of many Chapters on chapters.book = $self;
}

entity Chapters {
  key book   : Association to Books;
  key number : Integer;
      title  : String(100);
}

/** Changes by its ETag. */
entity Loans : cuid {
  reader     : String(80);
  book       : Association to Books;
  modifiedAt : Timestamp @cds.on.insert: $now  @cds.on.update: $now  @odata.etag;
}

/** A key of each type that has a literal of its own. */
entity Visits {
  key day    : Date;
  key time   : Time;
  key moment : Timestamp;
  key number : Int64;
  key amount : Decimal(9, 2);
  key paid   : Boolean;
  key reader : UUID;
  key place  : String(40);
      note   : String(80);
}

entity Scans {
  key ID        : Integer;
      title     : String(80);
      @Core.MediaType: mediaType
      content   : LargeBinary;
      @Core.IsMediaType
      mediaType : String(60);
}
