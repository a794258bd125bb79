namespace books;

entity Books {
  key ID         : UUID;
      title      : String(60) not null @mandatory;
      author     : Association to Authors;
      stock      : Integer not null default 0 @assert.range: [0, 1000];
      price      : Decimal(6, 2);
      modifiedAt : Timestamp @cds.on.insert: $now  @cds.on.update: $now  @odata.etag;
}

entity Authors {
  key ID    : UUID;
      name  : String(60) not null @mandatory;
      books : Association to many Books on books.author = $self;
}
