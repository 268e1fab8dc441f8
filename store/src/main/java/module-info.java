/** The ledger on disk: SQLite, or PostgreSQL by its address. */
module org.demarche.store {
    requires static org.jspecify;
    requires transitive org.demarche.core;
    requires transitive java.sql;
    requires org.postgresql.jdbc;
    requires org.xerial.sqlitejdbc;

    exports org.demarche.store;
}
