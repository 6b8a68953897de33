//! What a system states outright: terms that no decision follows from but that a clerk or a visitor may ask for.

use super::codes::codes;

codes! {
    /// The name of something that a system states outright.
    FactName, "fact":
    Staff "staff" "Who is bound.",
    Channels "channels" "Which channels are covered.",
    Matters "matters" "Which matters are covered.",
    TabooPhrases "taboo_phrases" "What may not be said to a visitor.",
    RecordFields "record_fields" "What is written down about a matter.",
    ReceiptFields "receipt_fields" "What a receipt contains.",
    NamedForms "named_forms" "Forms by their names.",
    Limits "limits" "Time limits in words.",
    Metrics "metrics" "By what the work is measured.",
    ReviewCycle "review_cycle" "How often the system or the work is reviewed.",
    Training "training" "What the staff is trained in.",
    Incentives "incentives" "What good work earns.",
    Principles "principles" "Principles by name.",
    Phases "phases" "Phases of a roll-out.",
    Powers "powers" "What someone is entitled to do.",
    Rights "rights" "What visitors are entitled to.",
    TermsOfOffice "terms_of_office" "How long someone holds a post.",
    Effective "effective" "From when the system holds.",
    OwnerKinds "owner_kinds" "Kinds of first-contact owner.",
    Sanctions "sanctions" "Sanctions by name.",
    Precedence "precedence" "Which text prevails in a conflict.",
    KnowledgeBase "knowledge_base" "What reference works are kept.",
    DecidedBy "decided_by" "Who decides on sanctions.",
    KeptIn "kept_in" "Where something is kept.",
    ComplaintChannel "complaint_channel" "Where visitors complain.",
    Publication "publication" "What is published, and where.",
    NoticeFields "notice_fields" "What a one-time notice contains.",
    ResponsibilityLevels "responsibility_levels" "Levels of responsibility.",
    Meeting "meeting" "Which meetings are held.",
    MaxVisits "max_visits" "How often a visitor may have to come.",
}
