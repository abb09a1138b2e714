//! A picture for each entity, chosen by what its words mean.

use pluralizer::pluralize;

use crate::spec::naming::Casings;

/// The component of lucide-react that pictures an entity: by its whole name, its last word (`InvoiceLine` is a kind of
/// line, `OrderItem` a kind of item), then the words before it; something neutral where none is known.
pub(super) fn icon_of(one: &Casings) -> &'static str {
    let words: Vec<String> = one.snake.split('_').map(|word| pluralize(word, 1, false)).collect();
    let whole = words.join("_");
    let telling = words.iter().rev().filter(|word| words.len() == 1 || !WEAK.contains(&word.as_str()));
    std::iter::once(&whole).chain(telling).find_map(|word| lookup(word)).unwrap_or(NEUTRAL)
}

/// Words that mean something else behind another word: a lab order is nothing that one buys.
const WEAK: &[&str] = &["order", "plan", "transfer"];

fn lookup(word: &str) -> Option<&'static str> {
    ICONS.iter().find(|(_, words)| words.contains(&word)).map(|(icon, _)| *icon)
}

const NEUTRAL: &str = "LayersIcon";

const ICONS: &[(&str, &[&str])] = &[
    (
        "UsersIcon",
        &[
            "owner",
            "customer",
            "client",
            "member",
            "people",
            "person",
            "contact",
            "patient",
            "guest",
            "subscriber",
            "attendee",
            "participant",
            "student",
            "tenant",
            "visitor",
        ],
    ),
    (
        "CircleUserRoundIcon",
        &[
            "user",
            "account",
            "profile",
            "author",
            "employee",
            "staff",
            "teacher",
            "doctor",
            "driver",
            "agent",
            "candidate",
            "applicant",
        ],
    ),
    ("UserRoundGroupIcon", &["team", "group", "family", "household", "crew", "committee", "class", "audience"]),
    (
        "Building2Icon",
        &[
            "company",
            "organization",
            "organisation",
            "business",
            "supplier",
            "vendor",
            "manufacturer",
            "employer",
            "agency",
            "bank",
            "branch",
        ],
    ),
    ("NetworkIcon", &["department", "division", "unit"]),
    ("PawPrintIcon", &["pet", "animal", "breed", "species"]),
    ("StethoscopeIcon", &["treatment", "diagnosis", "examination", "checkup", "clinic"]),
    ("SyringeIcon", &["vaccine", "vaccination", "injection"]),
    ("PillIcon", &["medication", "medicine", "drug", "prescription"]),
    (
        "CalendarDaysIcon",
        &[
            "visit",
            "appointment",
            "event",
            "booking",
            "reservation",
            "meeting",
            "session",
            "schedule",
            "calendar",
            "shift",
            "slot",
            "holiday",
        ],
    ),
    ("ClockIcon", &["time_entry", "timesheet", "attendance", "hour"]),
    ("ReceiptTextIcon", &["invoice", "bill", "receipt", "statement", "quote", "estimate"]),
    ("RowsIcon", &["line", "row", "entry"]),
    ("BanknoteIcon", &["payment", "refund", "payout", "transaction", "expense", "salary", "deposit"]),
    ("WalletIcon", &["wallet", "balance", "budget"]),
    ("CreditCardIcon", &["card", "subscription", "credit_card"]),
    (
        "ShoppingCartIcon",
        &["cart", "order", "sales_order", "purchase_order", "customer_order", "purchase", "basket", "checkout", "sale"],
    ),
    ("PackageIcon", &["product", "item", "package", "parcel", "good", "article", "asset", "part"]),
    ("BoxesIcon", &["stock", "inventory", "batch", "lot", "bundle", "component"]),
    ("WarehouseIcon", &["warehouse", "depot", "storage"]),
    ("TruckIcon", &["shipment", "delivery", "carrier", "shipping", "truck", "fleet"]),
    ("CarIcon", &["car", "vehicle", "rental"]),
    ("PlaneIcon", &["flight", "trip", "airport", "journey", "travel"]),
    ("ShapesIcon", &["category", "type", "kind", "collection", "genre", "topic"]),
    ("TagIcon", &["tag", "label", "price", "brand", "keyword"]),
    ("TicketPercentIcon", &["discount", "coupon", "voucher", "promotion", "offer"]),
    ("TicketIcon", &["ticket", "issue", "case", "incident", "request"]),
    ("StarIcon", &["review", "rating", "favorite", "favourite", "feedback"]),
    ("MessageSquareIcon", &["message", "comment", "chat", "conversation", "reply", "thread", "post"]),
    ("MailIcon", &["email", "mail", "newsletter", "letter", "invitation"]),
    ("BellIcon", &["notification", "alert", "reminder"]),
    ("StickyNoteIcon", &["note", "memo"]),
    (
        "FileTextIcon",
        &[
            "document",
            "file",
            "report",
            "contract",
            "page",
            "form",
            "policy",
            "record",
            "paper",
            "agreement",
            "certificate",
        ],
    ),
    ("ImageIcon", &["photo", "image", "picture", "media", "gallery", "avatar"]),
    ("VideoIcon", &["video", "movie", "film", "recording"]),
    ("MusicIcon", &["song", "track", "album", "artist", "playlist"]),
    ("BookOpenIcon", &["book", "chapter", "story", "library", "publication"]),
    (
        "GraduationCapIcon",
        &["course", "lesson", "exam", "grade", "school", "enrollment", "enrolment", "subject", "module"],
    ),
    ("FolderKanbanIcon", &["project", "board", "portfolio", "program"]),
    ("SquareCheckBigIcon", &["task", "todo", "checklist", "job", "work_order", "ticket_task", "action"]),
    ("MilestoneIcon", &["milestone", "sprint", "phase", "stage", "step"]),
    ("TargetIcon", &["goal", "objective", "target", "kpi", "lead", "opportunity", "deal"]),
    ("MegaphoneIcon", &["campaign", "announcement", "channel", "ad"]),
    ("MapPinIcon", &["location", "address", "place", "site", "venue", "city", "stop", "point"]),
    ("MapIcon", &["region", "country", "area", "zone", "territory", "route", "state", "map"]),
    ("HouseIcon", &["house", "home", "property", "listing", "apartment"]),
    ("DoorOpenIcon", &["room", "desk", "space", "door"]),
    ("BedIcon", &["bed", "stay", "hotel"]),
    ("StoreIcon", &["store", "shop", "outlet", "market"]),
    ("UtensilsIcon", &["meal", "dish", "menu", "recipe", "restaurant", "ingredient", "food", "table"]),
    ("WrenchIcon", &["repair", "maintenance", "tool", "equipment", "service", "machine"]),
    ("CpuIcon", &["device", "sensor", "machine_part", "hardware", "computer", "meter", "gateway"]),
    ("GaugeIcon", &["measurement", "metric", "reading", "score", "result"]),
    ("ServerIcon", &["server", "host", "cluster", "environment", "deployment"]),
    ("KeyRoundIcon", &["key", "license", "licence", "permission", "token", "credential"]),
    ("ShieldCheckIcon", &["insurance", "claim", "role", "audit", "inspection", "risk", "warranty"]),
    ("SettingsIcon", &["setting", "configuration", "preference", "option", "parameter"]),
    ("HistoryIcon", &["log", "history", "activity", "version", "revision", "change"]),
    ("LinkIcon", &["link", "url", "connection", "integration", "webhook"]),
    ("BriefcaseIcon", &["position", "vacancy", "application", "engagement", "career"]),
    ("LandmarkIcon", &["loan", "mortgage", "investment", "fund", "tax"]),
    ("IdCardIcon", &["passport", "id_card", "membership", "identity", "badge"]),
    ("TrophyIcon", &["award", "tournament", "match", "game", "competition", "league", "player"]),
    ("DumbbellIcon", &["workout", "exercise", "training"]),
    ("HeartIcon", &["donation", "wish", "wishlist", "like", "health"]),
    ("SproutIcon", &["plant", "crop", "field", "garden", "farm", "seed"]),
    ("FlaskConicalIcon", &["experiment", "sample", "test", "lab", "study", "trial"]),
    ("ScaleIcon", &["law", "legal_case", "rule", "court"]),
    ("LayoutListIcon", &["list", "queue", "backlog"]),
    ("CircleHelpIcon", &["question", "survey", "answer", "poll", "quiz", "faq"]),
    ("GlobeIcon", &["website", "domain", "language", "locale"]),
    ("PaletteIcon", &["color", "colour", "theme", "design", "style", "variant"]),
    ("RulerIcon", &["size", "dimension", "unit_of_measure"]),
    ("UndoIcon", &["return"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::naming::Casings;

    fn icon(snake: &str) -> &'static str {
        let text = snake.to_owned();
        icon_of(&Casings {
            pascal: text.clone(),
            camel: text.clone(),
            variable: text.clone(),
            kebab: text.clone(),
            snake: text.clone(),
            shouty: text.clone(),
            title: text.clone(),
            phrase: text,
        })
    }

    #[test]
    fn an_entity_is_pictured_by_what_it_is() {
        assert_eq!(icon("pet"), "PawPrintIcon");
        assert_eq!(icon("invoice_line"), "RowsIcon");
        assert_eq!(icon("time_entry"), "ClockIcon");
        assert_eq!(icon("order_widget"), "LayersIcon");
        assert_eq!(icon("order"), "ShoppingCartIcon");
        assert_eq!(icon("sales_order"), "ShoppingCartIcon");
        assert_eq!(icon("lab_order"), "FlaskConicalIcon");
        assert_eq!(icon("transfer"), "LayersIcon");
        assert_eq!(icon("care_plan"), "LayersIcon");
        assert_eq!(icon("zorb"), "LayersIcon");
    }
}
