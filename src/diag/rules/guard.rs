//! Faults of the step `guard`: what must not be published.

super::rules! {
    /// A mobile number in a text that would be published.
    MOBILE_NUMBER = "G001" "mobile-number" Error {
        zh: "“{label}”里有手机号码 {found}，会被公开" => "在原处删去或改成单位电话；确属公开的工作号码，写进 site.toml 的 [privacy] public_numbers"; "网站一经发布即无法收回。居民和志愿者的手机号属于个人信息，没有单独同意不得公开；工作号码须列入白名单。"
        en: "`{what}` holds a mobile number, {found}, which would be published" => "remove it there or give an office number; a work number meant for the public goes into [privacy] public_numbers of site.toml"; "What is published cannot be taken back. A resident's or volunteer's number is personal data; work numbers pass by an allow-list."
    }
    /// An identity number in a text that would be published.
    IDENTITY_NUMBER = "G002" "identity-number" Error {
        zh: "“{label}”里有公民身份号码 {found}，会被公开" => "在原处删去这个号码"; "身份号码在任何公开页面上都没有用处，泄露的后果却无法挽回。"
        en: "`{what}` holds an identity number, {found}, which would be published" => "remove it there"; "An identity number is of no use on any public page, and its harm cannot be undone."
    }
    /// Sensitive categories were found by the program's own list of words.
    SENSITIVE_FOLDED = "G040" "sensitive-folded" Note {
        zh: "有敏感类别：{names} 等共 {records} 件不单独公布类别，其中公开摘要 {summaries} 条不公布" => "核对后在 site.toml 的 [privacy] 写明 sensitive = [\"救助\", \"纠纷\"] 之类的词，就不再提示；确实没有敏感类别的写 sensitive = []"; "救助、残疾、纠纷、健康等类别件数少，连同地点和日期一起公布，邻里就能认出是谁；所以和普通类别合在一起公布，只给出不会暴露个人的件数。"
        en: "sensitive categories: {records} issues of {names} and others are published without their category, and {summaries} released sentences are not" => "look at them, and name the words in [privacy] of site.toml, such as sensitive = [\"relief\", \"dispute\"], or sensitive = [] where none is sensitive"; "Where relief, disability, disputes or health are few, neighbours know from place and date who it was. They are published together with ordinary categories, and counted where no single person shows through."
    }
}
