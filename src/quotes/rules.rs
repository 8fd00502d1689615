//! The sieves by name, each with its examples.

use crate::rule::{Rule, reads};

pub(super) static CUE_BEFORE: Rule = Rule {
    name: "quote.cue_before",
    about: "A subject and its verb of saying directly before the quotation.",
    reads: &[
        reads("Peter Amory said, “[[We knew nothing of it.]]”", "direct unknown Peter Amory"),
        reads(
            "Ofsted’s report says that “[[too few plans are shared with parents]]”.",
            "direct inspectorate Ofsted’s report",
        ),
    ],
    leaves: &["The hall was full. “Quiet please.”"],
};

pub(super) static COLON: Rule = Rule {
    name: "quote.colon",
    about: "A sentence that ends with a colon introduces the quotation, also in the next paragraph, \
            and there without marks where it says whose words follow.",
    reads: &[
        reads(
            "Cllr Lucy Hart, cabinet member for schools, told members: “[[We have listened.]]”",
            "direct provider Cllr Lucy Hart",
        ),
        reads(
            "Gwen Pardoe, headteacher: “[[We never stopped believing.]]”",
            "direct provider Gwen Pardoe",
        ),
        reads(
            "Ofsted’s report concluded:\n\n“[[The pace of change was slow.]]”",
            "direct inspectorate",
        ),
        reads("One pupil summed this up: ‘[[It is a big family.]]’", "direct other One pupil"),
        reads(
            "What it means for small schools – Odile Marsh: “[[Very little will change.]]”",
            "direct unknown Odile Marsh",
        ),
        reads(
            "The verdict from inspectors: “[[Pupils do not feel safe.]]”",
            "direct inspectorate inspectors",
        ),
        reads("Odile Marsh leaned over and boomed: “[[Sit down!]]”", "direct other Odile Marsh"),
        reads(
            "Ofsted came in May.\n\nThe letter states:\n\n[[Visits are purposeful. Plans are clear.]]",
            "direct inspectorate The letter",
        ),
    ],
    leaves: &[
        "There are two sites: “Oak” and “Ash”.",
        "Ofsted came in May.\n\nInspectors found:\n\n- Cold rooms in every block.\n- No hot water.",
    ],
};

pub(super) static CUE_AFTER: Rule = Rule {
    name: "quote.cue_after",
    about: "The subject and its verb of saying directly after the quotation.",
    reads: &[
        reads("“[[It is a joke,]]” Kelly Ashdown told the Echo.", "direct unknown Kelly Ashdown"),
        reads(
            "“[[It went on for years,]]” another neighbour, Odile Marsh told the Echo.",
            "direct other Odile Marsh",
        ),
        reads(
            "“[[We were told nothing,]]” the school’s caretaker, Len Moss, said.",
            "direct provider Len Moss",
        ),
        reads("“[[How many more?]]” she asked.", "direct unknown she"),
        reads(
            "Ola Brandt, whose son is nine, was cross.\n\n“[[Nobody rang,]]” the 41-year-old said.",
            "direct other the 41-year-old",
        ),
    ],
    leaves: &["“Open days” are popular and the school said it would hold more."],
};

pub(super) static CUE_AFTER_INVERTED: Rule = Rule {
    name: "quote.cue_after_inverted",
    about: "The verb of saying and then its subject after the quotation.",
    reads: &[
        reads(
            "“[[We owe it to families,]]” said Cllr Imran Sadiq, leader of Wexcombe Council.",
            "direct provider Cllr Imran Sadiq",
        ),
        reads(
            "“[[It is looked into,]]” said a spokeswoman for the Oak Trust.",
            "direct provider a spokeswoman",
        ),
        reads(
            "Home ‘[[cold and dirty]]’ says watchdog\n\nOfsted came in May.",
            "mixed inspectorate watchdog",
        ),
    ],
    leaves: &["“It is late,” he said in a hurry."],
};

pub(super) static INTERRUPTED: Rule = Rule {
    name: "quote.interrupted",
    about: "What goes on after the writer has named the speaker in its middle.",
    reads: &[reads(
        "“It was poor,” said Adam Royle. “[[Children waited too long.]]”",
        "direct unknown Adam Royle",
    )],
    leaves: &["“It was poor,” said Adam Royle."],
};

pub(super) static ACCORDING_TO: Rule = Rule {
    name: "quote.according_to",
    about: "'According to' before or after the quotation.",
    reads: &[
        reads(
            "According to Ofsted, leaders have “[[lost sight of the basics]]”.",
            "mixed inspectorate Ofsted",
        ),
        reads(
            "“[[Staff are kind,]]” according to the Ofsted report.",
            "direct inspectorate the Ofsted report",
        ),
        reads(
            "In the words of the inspectors, it is “[[a school transformed]]”.",
            "mixed inspectorate the inspectors",
        ),
    ],
    leaves: &[
        "Pupils are taught according to need.",
        "She learnt the words of “The Owl Song” in class.",
    ],
};

pub(super) static ASIDE: Rule = Rule {
    name: "quote.aside",
    about: "The speaker between commas or at the end of the sentence that holds the quotation.",
    reads: &[
        reads(
            "The home is now “[[outstanding]]” in all areas, Ofsted said.",
            "mixed inspectorate Ofsted",
        ),
        reads("The service, Mr Royle said, had “[[run out of road]]”.", "mixed unknown Mr Royle"),
        reads(
            "“[[Serious failures]]” had left children at risk, Ofsted said on Monday.",
            "mixed inspectorate Ofsted",
        ),
        reads("It is, says Odile Marsh, “[[the only figure that matters]]”.", "mixed unknown"),
    ],
    leaves: &["The “old” hall, which Ofsted did not visit, is shut."],
};

pub(super) static CLAUSE: Rule = Rule {
    name: "quote.clause",
    about: "A fragment in a clause whose verb is one of saying, finding or calling.",
    reads: &[
        reads(
            "Ofsted found that supervision had “[[serious weaknesses]]” and managers “[[little challenge]]”.",
            "mixed inspectorate Ofsted",
        ),
        reads("Mayor Nell Capstick called the closure “[[a body blow]]”.", "mixed other"),
        reads(
            "The home shut after what Ofsted described as “[[a loss of control]]”.",
            "mixed inspectorate Ofsted",
        ),
    ],
    leaves: &["Every class has a “calm corner” with a rug."],
};

pub(super) static PARTICIPLE: Rule = Rule {
    name: "quote.participle",
    about: "A participle such as 'adding' or 'calling for', whose subject is the main clause's.",
    reads: &[
        reads(
            "Gwen Pardoe said staff were thrilled, adding: “[[We had cake.]]”",
            "direct unknown Gwen Pardoe",
        ),
        reads(
            "The Carers’ Guild condemned it, calling it “[[an insult]]”.",
            "mixed other The Carers’ Guild",
        ),
        reads(
            "Calling it “[[a wake-up call]]”, Imran Sadiq promised money.",
            "mixed unknown Imran Sadiq",
        ),
    ],
    leaves: &["Adding up took them a “long” time."],
};

pub(super) static PASSIVE: Rule = Rule {
    name: "quote.passive",
    about: "A passive verb of saying, with or without the one who says it.",
    reads: &[
        reads(
            "Behaviour was described by inspectors as “[[calm and orderly]]”.",
            "mixed inspectorate inspectors",
        ),
        reads(
            "The food was called “[[a disgrace]]” by parent Ola Brandt.",
            "mixed other Ola Brandt",
        ),
        reads(
            "The school, criticised by Ofsted for “[[dull teaching]]”, will close.",
            "mixed inspectorate Ofsted",
        ),
        reads(
            "School praised for ‘[[warm and orderly]]’ lessons\n\nOfsted came in May.",
            "mixed inspectorate",
        ),
    ],
    leaves: &[
        "The site was shut for a “deep” clean.",
        "The head told to us the “long” tale of the school.",
    ],
};

pub(super) static NOUN: Rule = Rule {
    name: "quote.noun",
    about: "A noun of saying with its possessor: 'Ofsted's finding that'.",
    reads: &[
        reads(
            "Ofsted’s finding that managers were “[[slow to act]]” is accepted.",
            "mixed inspectorate Ofsted",
        ),
        reads("The minister’s “[[bonfire of red tape]]” remark was mocked.", "mixed government"),
        reads("Odile Marsh did not mince her words: “[[It is daft.]]”", "direct other Odile Marsh"),
    ],
    leaves: &["The finding of “lost” files was a relief."],
};

pub(super) static LIST: Rule = Rule {
    name: "quote.list",
    about: "An item of a list that a sentence of saying introduces.",
    reads: &[reads(
        "Inspectors from Ofsted found:\n\n- staff who were “[[rushed off their feet]]”\n- rooms that were “[[cold]]”",
        "mixed inspectorate Inspectors",
    )],
    leaves: &["The shop sells:\n\n- a “long” ruler\n- paper"],
};

pub(super) static HEADLINE: Rule = Rule {
    name: "quote.headline",
    about: "A headline that names the speaker beside the quotation or a colon, without a verb of saying.",
    reads: &[
        reads(
            "‘[[We were not heard]]’: Carers speak out\n\nA row has begun.",
            "direct other Carers",
        ),
        reads(
            "‘[[We slept in the hall]]’: residents on the night of the flood\n\nA river rose.",
            "direct other residents",
        ),
        reads("Parents ‘[[furious]]’ as nursery shuts\n\nIt shut in May.", "mixed other Parents"),
        reads(
            "Ofsted: nursery has made ‘[[steady gains]]’\n\nIt opened in May.",
            "mixed inspectorate Ofsted",
        ),
    ],
    leaves: &[
        "‘Three strikes’: councillors clash\n\nA row has begun.",
        "Council ‘vision’ under fire\n\nA row has begun.",
    ],
};

pub(super) static SIGNED: Rule = Rule {
    name: "quote.signed",
    about: "A name after a dash behind the quotation.",
    reads: &[reads("“[[A happy, busy place.]]” – Ofsted", "direct inspectorate Ofsted")],
    leaves: &["“A happy, busy place” – Ofsted could not agree with that."],
};

pub(super) static INTRODUCED: Rule = Rule {
    name: "quote.introduced",
    about: "A quotation that stands free after a sentence about its speaker.",
    reads: &[
        reads(
            "Gwen Pardoe, headteacher, said she would miss it. “[[It will be quiet.]]”",
            "direct provider Gwen Pardoe",
        ),
        reads(
            "Union secretary Dev Lall called for an inquiry.\n\n“[[Our members raised this years ago.]]”",
            "direct other Dev Lall",
        ),
        reads(
            "Inspectors were critical of lunch. “[[The food is cold and late.]]”",
            "direct inspectorate Inspectors",
        ),
    ],
    leaves: &["It rained. “Go home.”"],
};

pub(super) static CARRIED: Rule = Rule {
    name: "quote.carried",
    about: "A quotation without attribution that goes on from the one before.",
    reads: &[reads(
        "“We were told nothing,” said parent Ola Brandt.\n\n“[[We turned up and the doors were locked.]]”",
        "direct other Ola Brandt",
    )],
    leaves: &["“We turned up.”"],
};

pub(super) static NOBODY: Rule = Rule {
    name: "quote.nobody",
    about: "Quoted words whose speaker the text does not name.",
    reads: &[
        reads("Every class has a “[[calm corner]]” with a rug.", "term unknown null"),
        reads("Holm Oak has been rated ‘[[good]]’ in May.", "term unknown null"),
    ],
    leaves: &["Ofsted said it was “calm”.", "Pupils read ‘The Owl and the Lantern’ in class."],
};

/// The rules for quotations, in the order in which they are tried.
pub(crate) static RULES: &[&Rule] = &[
    &INTERRUPTED,
    &COLON,
    &CUE_BEFORE,
    &CUE_AFTER_INVERTED,
    &CUE_AFTER,
    &ACCORDING_TO,
    &ASIDE,
    &CLAUSE,
    &PARTICIPLE,
    &PASSIVE,
    &NOUN,
    &LIST,
    &HEADLINE,
    &SIGNED,
    &INTRODUCED,
    &CARRIED,
    &NOBODY,
];
