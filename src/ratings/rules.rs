//! The rules for ratings in prose, each with its examples.

use crate::rule::{Rule, reads};

pub(super) const RATED_AS: Rule = Rule {
    name: "rating.rated_as",
    about: "A verb of grading before the grade, with or without what is graded between them.",
    reads: &[
        reads("Tansley Primary was rated [[good]] by Ofsted.", "good overall current"),
        reads("The home was judged to be [[inadequate]].", "inadequate overall current"),
        reads(
            "Ofsted graded Stour Council's children's services [[inadequate]].",
            "inadequate overall",
        ),
        reads(
            "Ofsted rated the impact of leaders as [[inadequate]].",
            "inadequate impact of leaders",
        ),
        reads("Inspectors have found Brack Academy to be [[outstanding]].", "outstanding overall"),
        reads("“We rated the home as [[inadequate]],” the CQC said.", "inadequate overall current"),
    ],
    leaves: &[
        "“We rated the home as inadequate,” the owner said.",
        "If it were inspected tomorrow, the home could be rated inadequate.",
        "Ofsted did not rate the school outstanding.",
        "A nursery rated inadequate is usually inspected again within six months.",
        "An internal audit rated the home as good.",
        "Leaders had judged teaching to be good.",
        "“I would have graded us inadequate myself,” she said.",
    ],
};

pub(super) const GIVEN: Rule = Rule {
    name: "rating.given",
    about: "A verb of giving, receiving or keeping before the grade.",
    reads: &[
        reads("Wharf Primary got a [[good]] for teaching from Ofsted.", "good teaching"),
        reads(
            "The school received [[outstanding]] for personal development.",
            "outstanding personal development",
        ),
    ],
    leaves: &["Pupils get good results and receive outstanding support from Ofsted's neighbours."],
};

pub(super) const RATING_NOUN: Rule = Rule {
    name: "rating.rating_noun",
    about: "A noun of grading with the grade: 'a rating of good', 'its good rating', 'the verdict was good'.",
    reads: &[
        reads(
            "Penner House was handed a rating of [[requires improvement]].",
            "requires_improvement overall",
        ),
        reads(
            "Hather Primary has retained its [[good]] rating from Ofsted.",
            "good overall current",
        ),
        reads(
            "The school has lost its [[outstanding]] status, Ofsted said.",
            "outstanding overall previous",
        ),
        reads("[[Good]] was the verdict on Pether School.", "good overall"),
    ],
    leaves: &["The team is working hard towards an outstanding rating."],
};

pub(super) const GRADE_RATED: Rule = Rule {
    name: "rating.grade_rated",
    about: "A grade and 'rated' in one word: 'good-rated', 'Ofsted-rated ‘good’'.",
    reads: &[
        reads(
            "Staff at the [[outstanding-rated]] home threw a party, Ofsted said.",
            "outstanding overall",
        ),
        reads("It was an Ofsted-rated ‘[[good]]’ nursery.", "good overall"),
    ],
    leaves: &["A top-rated plumber did a good job."],
};

pub(super) const IS: Rule = Rule {
    name: "rating.is",
    about: "A judgement or a provider is, was, remains at a grade.",
    reads: &[
        reads("Inspectors came in May. Behaviour was [[outstanding]].", "outstanding Behaviour"),
        reads("Ofsted confirmed that Wid Primary remains [[good]].", "good overall current"),
        reads(
            "Help and protection [[requires improvement]], Ofsted said.",
            "requires_improvement Help and protection",
        ),
    ],
    leaves: &[
        "Residents said the meals were good.",
        "The quality of teaching is not yet good.",
        "The roof requires improvement works.",
    ],
};

pub(super) const CHANGE: Rule = Rule {
    name: "rating.change",
    about: "From one grade to another: the first was left behind.",
    reads: &[
        reads(
            "Grant Primary has dropped from [[good]] to requires improvement.",
            "good overall previous",
        ),
        reads(
            "Grant Primary has dropped from good to [[requires improvement]].",
            "requires_improvement overall current",
        ),
    ],
    leaves: &["The possible ratings run from outstanding at the top to inadequate at the bottom."],
};

pub(super) const LISTED: Rule = Rule {
    name: "rating.listed",
    about: "A grade that goes on from a rating before it.",
    reads: &[reads("Seven nurseries are rated good and one [[inadequate]].", "inadequate overall")],
    leaves: &["It was rated good and has an outstanding debt."],
};

pub(super) const GRADE_JUDGEMENT: Rule = Rule {
    name: "rating.grade_judgement",
    about: "A grade before the name of a judgement, after a rating or a finding of inspectors.",
    reads: &[reads(
        "Bishop High was rated good, with [[outstanding]] behaviour.",
        "outstanding behaviour",
    )],
    leaves: &["They know that adults expect good behaviour."],
};

pub(super) const LABEL: Rule = Rule {
    name: "rating.label",
    about: "A judgement, a colon or a gap, and its grade.",
    reads: &[
        reads("Sixth form provision: [[outstanding]].", "outstanding Sixth form provision"),
        reads("Overall effectiveness: [[Good]]", "good overall"),
    ],
    leaves: &["Verdict of the guests: good food, poor service."],
};

pub(super) const CAPTION: Rule = Rule {
    name: "rating.caption",
    about: "A grade before a colon that leads a caption or a headline.",
    reads: &[reads("[[INADEQUATE]]: Hollis Manor in Sedgeworth", "inadequate overall")],
    leaves: &["Good: the weather held all day"],
};

pub(super) const IN_MARKS: Rule = Rule {
    name: "rating.in_marks",
    about: "A grade alone in quotation marks where an inspection is spoken of, or before a provider.",
    reads: &[reads("‘[[Good]]’ school loses head after row, Ofsted says", "good overall")],
    leaves: &["The vicar called it ‘good’ fun."],
};

pub(super) const STAND_IN: Rule = Rule {
    name: "rating.stand_in",
    about: "Words that stand for a grade: 'the top grades', 'five outstandings', 'the lowest grade'.",
    reads: &[
        reads("A clean sweep of [[top Ofsted grades]] for Heath School", "outstanding null"),
        reads(
            "The [[lowest grade]] was reserved for apprenticeships at Dale College.",
            "inadequate apprenticeships",
        ),
    ],
    leaves: &["Pupils achieved top grades in their GCSE exams."],
};

pub(super) const SAFEGUARDING: Rule = Rule {
    name: "rating.safeguarding",
    about: "Safeguarding is effective or not.",
    reads: &[
        reads(
            "The arrangements for safeguarding are [[effective]].",
            "effective arrangements for safeguarding",
        ),
        reads("Safeguarding is [[not effective]].", "not_effective Safeguarding"),
    ],
    leaves: &["Safeguarding partners hold effective meetings."],
};

pub(super) const MET: Rule = Rule {
    name: "rating.met",
    about: "Standards or requirements are met or not.",
    reads: &[
        reads(
            "Safeguarding standards were [[met]] at Piper Primary.",
            "met Safeguarding standards",
        ),
        reads(
            "Requirements of the Childcare Register: [[not met]].",
            "not_met Requirements of the Childcare Register",
        ),
    ],
    leaves: &["Visitors are met at the gate by prefects."],
};

pub(super) const AREA_SEND: Rule = Rule {
    name: "rating.area_send",
    about: "The outcome of an area SEND inspection.",
    reads: &[reads(
        "The partnership's arrangements lead to [[inconsistent experiences and outcomes]] for children with SEND.",
        "inconsistent_experiences_and_outcomes overall",
    )],
    leaves: &["If there are widespread and/or systemic failings, a monitoring inspection follows."],
};

/// The rules for ratings.
pub(crate) static RULES: &[&Rule] = &[
    &RATED_AS,
    &GIVEN,
    &RATING_NOUN,
    &GRADE_RATED,
    &IS,
    &CHANGE,
    &LISTED,
    &GRADE_JUDGEMENT,
    &LABEL,
    &CAPTION,
    &IN_MARKS,
    &STAND_IN,
    &SAFEGUARDING,
    &MET,
    &AREA_SEND,
];
