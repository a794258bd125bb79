namespace workshop;

/** A workshop that repairs instruments. */
type Status : String(12) enum { waiting; started = 'IN_PROGRESS'; done; };
type Urgency : Integer enum { low = 1; normal = 5; high = 9; };
type Money { amount : Decimal(12, 2) not null; currency : String(3) not null; }
type Window { opens : Time; closes : Time; days : array of String; }

aspect versioned {
  createdAt  : Timestamp @cds.on.insert: $now;
  modifiedAt : Timestamp @cds.on.insert: $now  @cds.on.update: $now  @odata.etag;
}

entity Customers : versioned {
  key ID        : UUID;
      name      : String(80) not null @mandatory;
      email     : String(120)         @assert.format: '^[^@ ]+@[^@ ]+$';
      born      : Date;
      tags      : array of String;
      phones    : array of { kind : String; number : String not null; };
      portrait  : LargeBinary @Core.MediaType: 'image/jpeg';
      address   { street : String(80); city : String(40) default 'Cremona'; };
      referrer  : Association to Customers;
      referred  : Association to many Customers on referred.referrer = $self;
      repairs   : Association to many Repairs on repairs.customer = $self;
}

/** What a customer brought, and what is done to it. */
entity Repairs : versioned {
  key ID        : UUID;
      number    : Integer;
      status    : Status  @assert.range default 'waiting';
      urgency   : Urgency @assert.range default 5;
      promised  : Date;
      customer  : Association to Customers;
      steps     : Composition of many Steps on steps.repair = $self;
      remarks   : Composition of many { key line : Integer; text : String(200); author : String(40); };
}

entity Steps {
  key repair    : Association to Repairs;
  key position  : Integer;
      done      : Boolean default false;
      worked    : String(30) @odata.Type: 'Edm.Duration';
      hours     : Decimal(6, 2);
      part      : Association to Parts;
}

/** A part, by its code in each store. */
entity Parts {
  key code      : String(40);
  key store     : Integer;
      title     : localized String(80);
      stock     : Int64;
      price     : Decimal(18, 5);
      weight    : Double;
      shelf     : UInt8;
      delta     : Int16;
      since     : Date;
      opens     : Time;
      counted   : DateTime;
      changed   : Timestamp;
      mark      : Binary(32);
      photo     : LargeBinary @Core.MediaType: photoType  @Core.ContentDisposition.Filename: photoName;
      photoType : String(60)  @Core.IsMediaType;
      photoName : String(60);
}

entity Woods { key name : String(60); density : Integer; origin : String(60); }

entity Manuals {
  key ID        : UUID;
      title     : String(80);
      text      : LargeBinary @Core.MediaType: 'text/plain';
}

/** A key of many types. */
entity Visits {
  key day       : Date;
  key time      : Time;
  key moment    : Timestamp;
  key number    : Int64;
  key amount    : Decimal(9, 2);
  key paid      : Boolean;
  key customer  : UUID;
      note      : String(80);
}

entity Settings { key ID : Integer; theme : String(20); pageSize : Integer; }

@open entity Findings { key ID : Integer; title : String(80); }
