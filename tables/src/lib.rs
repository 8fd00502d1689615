//! Nothing to call: the tables of `inspectral` are generated and checked by this package's test.
//! It is a package of its own because the library cannot be built while its tables are missing.
//!
//! `UPDATE_TABLES=1 cargo test -p inspectral-tables` writes them.
