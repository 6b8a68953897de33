//! The systems and their clauses.

use crate::app::words::table::table;

table! {
    /// Choosing and reading systems.
    SystemWords {
        title: "制度", "制度", "Systems";
        lead: "首问责任怎么落实，由制度说了算。选定一部，新登记的事项就按它办；以前登记的仍按当时的制度。", "首問責任怎麼落實，由制度說了算。選定一部，新登記的事項就按它辦；以前登記的仍按當時的制度。", "The system says how first-contact responsibility works. New matters are decided under the one in force; earlier ones keep theirs.";
        active: "正在使用", "正在使用", "In force";
        choose: "改用这一部", "改用這一部", "Use this one";
        choose_title: "改用这部制度？", "改用這部制度？", "Use this system?";
        choose_hint: "从现在起登记的事项按它办，已有的办件不变。随时可以换回来。", "從現在起登記的事項按它辦，已有的辦件不變。隨時可以換回來。", "Matters registered from now on are decided under it; existing tickets stay. You can change back at any time.";
        cancel: "先不换", "先不換", "Not now";
        read: "逐条阅读", "逐條閱讀", "Read it";
        source: "出处", "出處", "Source";
        version: "版本", "版本", "Version";
        search: "在条款里查", "在條款裡查", "Search the clauses";
        clear: "清除查找", "清除查找", "Clear the search";
        unformalised: "没有写成规则：", "沒有寫成規則：", "Not made a rule:";
        formalised: "已写成规则", "已寫成規則", "Made a rule";
        back: "全部制度", "全部制度", "All systems";
        none_hint: "换个说法，或看全部条款。", "換個說法，或看全部條款。", "Try other words, or see all clauses.";
        no_systems: "没有可用的制度", "沒有可用的制度", "No systems";
        sector_general: "通用", "通用", "General";
        sector_unit: "机关单位", "機關單位", "Public bodies";
        sector_company: "企业", "企業", "Companies";
        sector_property: "物业管理", "物業管理", "Property management";
        sector_service_centre: "政务服务中心", "政務服務中心", "Government service centres";
        => clauses(n): "{n} 条", "{n} 條", "{n} clauses";
        => none(words): "没有条款提到“{words}”", "沒有條款提到「{words}」", "No clause mentions “{words}”";
        => found(n): "找到 {n} 条", "找到 {n} 條", "{n} clauses found";
        => now_under(title): "现在按《{title}》办", "現在按《{title}》辦", "“{title}” is now in force";
        => clause(number): "第 {number} 条", "第 {number} 條", "Clause {number}";
    }
}
