// Generated from data/ by `UPDATE_TABLES=1 cargo test -p inspectral-tables`. Do not edit.
//! Words of `data/lexicon/bodies.toml`.

/// Names of inspectorates, in lower case, and the fullest form of each.
#[rustfmt::skip]
pub(crate) static INSPECTORATES: &[(&str, &str)] = &[
    ("care inspectorate", "Care Inspectorate"),
    ("care inspectorate wales", "Care Inspectorate Wales"),
    ("care quality commission", "Care Quality Commission"),
    ("ciw", "Care Inspectorate Wales"),
    ("cqc", "Care Quality Commission"),
    ("education and training inspectorate", "Education and Training Inspectorate"),
    ("education scotland", "Education Scotland"),
    ("estyn", "Estyn"),
    ("eti", "Education and Training Inspectorate"),
    ("his majesty's inspectorate of constabulary", "His Majesty's Inspectorate of Constabulary"),
    ("hmi probation", "HMI Probation"),
    ("hmicfrs", "HMICFRS"),
    ("hmip", "HMIP"),
    ("independent schools inspectorate", "Independent Schools Inspectorate"),
    ("isi", "Independent Schools Inspectorate"),
    ("ofsted", "Ofsted"),
    ("rqia", "Regulation and Quality Improvement Authority"),
];
