//! Faults of sheets to print.

super::rules! {
    /// The title of a sheet does not fit.
    CUT = "V050" "sheet-title-cut" Warning {
        zh: "公示单 {sheet} 的标题放不下，已截短：{text}" => "把名称改短"; "公示单保证只有一页：标题最多两行，放不下的不缩成看不清的小字。"
        en: "the title of the sheet {sheet} does not fit and was cut: {text}" => "shorten the name"; "A poster has one page: its title takes two lines at most, and is not set in type too small to read."
    }
    /// The large figures of a sheet do not fit side by side.
    NUMBER_DROPPED = "V051" "sheet-number-dropped" Warning {
        zh: "公示单 {sheet} 上大号数字并排放不下，没有印“{text}”" => "检查这一项数字是否过大；网页和月报上仍有"; "公示单保证只有一页，大号数字要在1.5米外看清，不能无限缩小。"
        en: "the large figures of the sheet {sheet} do not fit side by side, so `{text}` was left out" => "check whether the number is that large; the page and the monthly report still have it"; "A poster has one page, and its large figures are to be read at 1.5 m."
    }
    /// A sentence of a sheet is too long.
    TEXT_CUT = "V056" "sheet-text-cut" Warning {
        zh: "公示单 {sheet} 上这段话太长，已截短：{text}" => "把这段话改短，全文可以写在公告正文里"; "公示单保证只有一页，联系方式、依据和公示期各有固定的行数。"
        en: "a sentence on the sheet {sheet} is too long and was cut: {text}" => "shorten it; the page can say all of it"; "A poster has one page, and contacts, basis and term each have so many lines."
    }
    /// The first list of a sheet has no room at all.
    LIST_DROPPED = "V057" "sheet-list-dropped" Warning {
        zh: "公示单 {sheet} 放不下，没有印“{text}”这一栏" => "把名称、联系方式改短；网页上仍有这一栏"; "公示单保证只有一页，标题、数字、电话和页脚先占位，剩下的地方才印清单。"
        en: "the sheet {sheet} has no room for the list `{text}`" => "shorten the name or the contacts; the page still has the list"; "A poster has one page: title, figures, telephone numbers and foot come first, lists get what is left."
    }
    /// The address of a sheet's page does not fit into a QR code that can be scanned.
    ADDRESS_TOO_LONG = "V052" "sheet-address-too-long" Warning {
        zh: "公示单 {sheet} 没有印二维码：网址有 {bytes} 个字节，印成 {side} 毫米会太密，扫不出来" => "在 site.toml 里换一个较短的 base_url"; "二维码的每个小方块不小于 0.8 毫米，网址越长方块越小。"
        en: "the sheet {sheet} has no QR code: its address has {bytes} bytes, which in {side} mm is too dense to scan" => "use a shorter base_url in site.toml"; "A module of a QR code is at least 0.8 mm; the longer the address, the smaller the modules."
    }
}
