//! The JSON Schema that is checked in is the one that the types give.
//!
//! `UPDATE_TABLES=1 cargo test --features schema --test schema` writes it.
#![cfg(feature = "schema")]

#[test]
fn the_schema_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.json");
    let schema = inspectral::schema();
    if std::env::var_os("UPDATE_TABLES").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    let present = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        present == schema,
        "schema.json is not what the types give: run UPDATE_TABLES=1 cargo test --features schema --test schema"
    );
}

#[test]
fn what_is_written_has_the_fields_of_the_schema() {
    let schema: serde_json::Value = serde_json::from_str(&inspectral::schema()).unwrap();
    let found = serde_json::to_value(inspectral::extract("Rated good in May 2024.")).unwrap();
    let declared = schema["properties"].as_object().unwrap();
    let written = found.as_object().unwrap();
    assert_eq!(declared.keys().collect::<Vec<_>>(), written.keys().collect::<Vec<_>>());
}
