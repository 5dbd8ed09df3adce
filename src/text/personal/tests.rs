use proptest::prelude::*;

use super::*;

fn found(text: &str) -> Vec<(Kind, &str)> {
    find(text).into_iter().map(|found| (found.kind, &text[found.range])).collect()
}

fn kinds(text: &str) -> Vec<Kind> {
    find(text).iter().map(|found| found.kind).collect()
}

/// Each text holds exactly one thing of a kind.
fn all_are(kind: Kind, texts: &[&str]) {
    for text in texts {
        assert_eq!(kinds(text), [kind], "{text}");
    }
}

/// No text holds anything.
fn none_is(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn mobile_numbers_however_written() {
    assert_eq!(kinds("联系 13912345678 或 139-1234-5678"), [Kind::Mobile, Kind::Mobile]);
    all_are(
        Kind::Mobile,
        &[
            "１３９１２３４５６７８",
            "+86 139 1234 5678",
            "139**1234**5678",
            "139\u{200b}12345678",
            "139.1234.5678",
            "1 3 9 1 2 3 4 5 6 7 8",
            "139\n1234 5678",
            "> 139\n> 12345678",
            "139&#49;2345678",
            "139&nbsp;1234&nbsp;5678",
            "139 （1234） 5678",
            "tel13912345678",
            "1.13912345678",
            "139‐1234‐5678",
            "13912345678转8001",
        ],
    );
    assert_eq!(kinds("110 13912345678\n13812345678、13712345678"), [Kind::Mobile; 3]);
    assert_eq!(find("+86 139 1234 5678")[0].digits, "13912345678");
}

#[test]
fn numbers_that_only_look_like_mobile_ones() {
    none_is(&[
        "工单 20250112345678、5111890、12345",
        "0.13912345678",
        "工单 13-2024-00012",
        "造价 13900-150000 元",
        "造价 13900~150000 元",
        "编号 139123456781",
        "139****5678",
        "a13f13912345678b",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "2026-10-31 2026-11-30 1350 件",
        "共 15 件，2024-03-05 至 2024-03-09",
        "13:30-14:30，2024年3月5日",
    ]);
}

#[test]
fn identity_numbers_need_their_check_digit_or_a_word() {
    all_are(
        Kind::Identity,
        &[
            "11010519491231002X",
            "110105 19491231 002x",
            "１１０１０５１９４９１２３１００２Ｘ",
            "身份证：110105491231002",
            "110105\n19491231002X",
        ],
    );
    none_is(&["110105194912310021", "合同 110105491231002", "合同 20240312345678901"]);
}

#[test]
fn landlines_and_bare_numbers_beside_their_word() {
    all_are(
        Kind::Landline,
        &[
            "0000-5550100",
            "（0537）5550100",
            "010 5550 0100",
            "053755501000",
            "电话：5550100",
            "请致电 5550 0100。",
            "+86 537 5550100",
            "０５３７－５５５０１００",
        ],
    );
    // What follows on the page is not its end.
    assert_eq!(found("电话 0537-5550100 8:30—17:30"), [(Kind::Landline, "0537-5550100")]);
    assert_eq!(found("Call: 010 5550 0100 3 sessions"), [(Kind::Landline, "010 5550 0100")]);
    assert_eq!(find("电话 0537-5550100")[0].digits, "05375550100");
    none_is(&[
        "编号 5550100",
        "12345 热线",
        "400-555-0100",
        "110、119、120",
        "0312-20240305",
        "00000012345",
        "热线受理 5550100 件",
    ]);
}

#[test]
fn bank_cards_fit_their_last_digit() {
    all_are(
        Kind::BankCard,
        &[
            "6222020000000000000",
            "6222 0200 0000 0000 000",
            "4000000000000002",
            "卡号６２２２０２０００００００００００00",
        ],
    );
    none_is(&["6222020000000000006", "2024031200000000004", "SN6222020000000000000", "6222-2024-000000000006"]);
}

#[test]
fn passports_plates_mail_and_messengers() {
    all_are(Kind::Passport, &["护照 E12345678", "E12345678", "EA1234567", "通行证号：C 12345678", "ｅ12345678"]);
    none_is(&["合同 G20240001", "E1234567", "HT-E12345678-01", "X12345678", "E123456789"]);
    all_are(Kind::Plate, &["鲁H12345", "鲁H·D12345", "鲁 h 1234a", "车牌鲁Ｈ１２３４５", "鲁H1234学", "鲁H12345D"]);
    none_is(&["鲁ABCDE", "云A座12345", "川H1234567", "新A区"]);
    all_are(
        Kind::Email,
        &["someone@mail.example", "ｓome＠mail.example", "some_one @ mail.example", "[写信](mailto:a@b.example)"],
    );
    none_is(&["issues.due@1", "@2026-10-31", "@charset", "a@b"]);
    all_are(
        Kind::Messenger,
        &["QQ：123456789", "加微信 abc_123456", "VX abc123456", "微信号：wodeid", "qq 12 345 678"],
    );
    none_is(&[
        "微信公众号 qinghe_gongshi",
        "QQ群 123456789",
        "微信小程序",
        "微信工作群 2024 个",
        "扫微信二维码",
        "wxyz12345",
    ]);
    assert_eq!(kinds("微信同号 13912345678"), [Kind::Mobile]);
}

#[test]
fn doors_have_a_building_or_unit_and_a_room() {
    all_are(
        Kind::Door,
        &[
            "3号楼2单元501室",
            "3栋501",
            "二单元五零一",
            "三号楼二单元五零一室",
            "3号楼2单元5楼东户",
            "家住3-2-501室",
            "幸福苑3-2-501",
            "A栋1203",
            "３号楼２单元５０１",
            "3号楼\n2单元501",
            "3#楼2单元501",
            "12 号楼 1 单元 302 号",
            "3号楼2-501",
        ],
    );
    assert_eq!(found("住3号楼2单元501室漏水"), [(Kind::Door, "3号楼2单元501室")]);
    none_is(&[
        "3号楼",
        "3号楼2单元",
        "便民大厅501室",
        "和平路12号",
        "3号楼120户",
        "3号楼2024年改造",
        "3栋120人",
        "1单元 302 人",
        "2026-10-31",
        "3-5-2024",
        "3号楼、5号楼、7号楼",
        "3栋501路公交",
        "一单元三户",
    ]);
}

#[test]
fn persons_next_to_what_is_private() {
    all_are(
        Kind::NamedPerson,
        &[
            "独居老人王某，82岁",
            "低保户张某某已领取补助",
            "李大爷患有高血压",
            "走访居民赵小测，系特困家庭",
            "王女士丧偶多年",
            "欧阳某某住院",
            "钱某某，八十二岁",
        ],
    );
    assert_eq!(found("居民赵小测因病住院"), [(Kind::NamedPerson, "赵小测")]);
    none_is(&[
        "60岁以上老人 120 人",
        "低保家庭 35 户",
        "高龄、独居老人每周探访两次",
        "张贴低保公示",
        "王女士反映路灯不亮",
        "王某反映停车困难",
        "排查隐患，李师傅已修好",
        "王女士反映路灯不亮。本月低保金已发放。",
        "于某社区开展残疾人帮扶",
        "为孙子孙女照顾、独居老人做饭",
    ]);
}

#[test]
fn named_children() {
    all_are(Kind::Minor, &["张某，9岁，走失后找到", "王某某就读于育才小学三年级", "留守儿童李某", "残疾的孙同学"]);
    assert_eq!(kinds("李同学（12岁）"), [Kind::Minor]);
    none_is(&["6-12岁儿童 30 名", "18岁以下免费", "王老师带小学生参观", "育才小学三年级学生 40 人"]);
}

#[test]
fn coordinates_are_pairs() {
    all_are(
        Kind::Coordinates,
        &[
            "35.41402,116.58701",
            "116.58701 35.41402",
            "东经116.58701°，北纬35.41402°",
            "35°24′50″N 116°35′13″E",
            "lat 35.41402 lng 116.58701",
        ],
    );
    none_is(&["35.41402", "35.41,116.58", "0.1234,0.56", "比率 0.12345，", "190.12345,116.58701"]);
}

#[test]
fn a_masked_text_is_as_long_and_hides_the_middle() {
    let text = "甲社区,13912345678,１３９１２３４５６７８,11010519491231002X";
    let hidden = masked(text);
    assert_eq!(hidden, "甲社区,139******78,１３９＊＊＊＊＊＊７８,110*************2X");
    assert_eq!(hidden.len(), text.len());
    assert_eq!(masked("工单 20250112345678"), "工单 20250112345678");
    assert_eq!(masked("独居老人王某，82岁"), "独居老人王＊，82岁");
    assert_eq!(masked("3号楼2单元501室"), "3号楼*＊＊**1室");
    assert_eq!(masked("someone@mail.example"), "som****@****.*****le");
}

#[test]
fn kinds_have_names_of_their_own() {
    for lang in crate::text::Lang::ALL {
        let names: std::collections::BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.name(lang)).collect();
        assert_eq!(names.len(), Kind::ALL.len());
    }
}

#[test]
fn names_of_persons_and_of_offices() {
    for name in ["赵小测", "钱某", "王女士", "欧阳测", "李大爷", "周小例"] {
        assert!(is_name(name), "{name}");
    }
    for name in [
        "青禾药店",
        "王村社区",
        "高级工程师",
        "网格员",
        "楼长",
        "张贴",
        "田园超市",
        "Southgate Club",
        "物业",
        "方圆维修队",
        "",
    ] {
        assert!(!is_name(name), "{name}");
    }
}

/// A secret of a kind that is told by its own letters and digits.
fn secret() -> impl Strategy<Value = (Kind, String)> {
    prop_oneof![
        "1[3-8][3-8]{9}".prop_map(|digits| (Kind::Mobile, digits)),
        "[1-6][1-5]0[1-9]0[1-9]19[4-8][0-9]0[1-9][12][0-8][0-9]{3}"
            .prop_map(|digits| (Kind::Identity, with_check(digits))),
        "62[3-8]{13}".prop_map(|digits| (Kind::BankCard, with_luhn(&digits))),
    ]
}

fn with_check(digits: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.chars().zip(weights).map(|(c, weight)| c.to_digit(10).unwrap() * weight).sum();
    digits + &"10X98765432"[(sum % 11) as usize..][..1]
}

fn with_luhn(digits: &str) -> String {
    let doubled = |(c, times): (char, u32)| match c.to_digit(10).unwrap() * times {
        twice if twice > 9 => twice - 9,
        twice => twice,
    };
    let sum: u32 = digits.chars().rev().zip([2, 1].into_iter().cycle()).map(doubled).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

proptest! {
    #[test]
    fn a_secret_is_found_however_it_is_spaced(
        (kind, digits) in secret(),
        gaps in proptest::collection::vec(prop_oneof![6 => Just(""), 1 => Just(" "), 1 => Just("\u{200b}"), 1 => Just("\n"), 1 => Just("**")], 19),
        wide in any::<bool>(),
        before in "[一-三米，。 ]{0,12}",
        behind in "[，。）米]{1,6}[^0-9]{0,6}",
    ) {
        let widened = |c: char| if wide { char::from_u32(c as u32 + 0xfee0).unwrap() } else { c };
        let last = digits.len() - 1;
        let spaced: String = digits.chars().zip(&gaps).enumerate().fold(String::new(), |mut spaced, (at, (c, gap))| {
            spaced.push(widened(c));
            if at < last { spaced.push_str(if c == 'X' { "" } else { gap }); }
            spaced
        });
        // An X belongs to the digits before it without a gap.
        let spaced = if digits.ends_with('X') { digits.chars().map(widened).collect() } else { spaced };
        let text = format!("{before}{spaced}{behind}");
        let hit = find(&text).into_iter().find(|found| found.kind == kind);
        prop_assert!(hit.is_some(), "{:?} in {:?}", digits, text);
        let hit = hit.unwrap();
        prop_assert_eq!(&hit.digits, &digits);
        prop_assert_eq!(&text[hit.range.clone()], spaced.as_str());
        prop_assert!(!masked(&text).contains(&spaced));
        prop_assert_eq!(masked(&text).len(), text.len());
    }

    #[test]
    fn any_text_is_searched_and_ranges_are_of_letters(text in "(.|\n){0,60}") {
        for found in find(&text) {
            prop_assert!(text.get(found.range.clone()).is_some_and(|part| !part.is_empty()));
        }
        prop_assert_eq!(masked(&text).len(), text.len());
    }

    #[test]
    fn texts_of_digits_and_marks_are_searched(text in "[0-9０-９ xX.@\\-*&#;号楼单元室年岁王某微信鲁A\n]{0,80}") {
        let found = find(&text);
        prop_assert!(found.iter().all(|found| text.get(found.range.clone()).is_some()));
        prop_assert_eq!(masked(&text).len(), text.len());
    }

    #[test]
    fn a_secret_deep_in_a_long_text_is_found(before in 0..30_000usize, behind in 0..9_000usize) {
        let text = format!("{}，13912345678，{}", "水".repeat(before / 3), "电".repeat(behind / 3));
        let found = find(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&text[found[0].range.clone()], "13912345678");
    }
}
