namespace bookshop;

entity Books {
  key ID     : Integer;
      title  : String(111) not null;
      author : Association to Authors;
      stock  : Integer;
      price  : Decimal(9, 2);
}

entity Authors {
  key ID    : Integer;
      name  : String(111) not null;
      books : Association to many Books on books.author = $self;
}

@path: '/odata/v4/catalog'
@requires: 'any'
service CatalogService {
  entity Books as projection on bookshop.Books;
  entity Authors as projection on bookshop.Authors;
}
