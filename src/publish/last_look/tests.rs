//! What the last look finds in whole files.

use super::*;
use crate::text::Lang;

fn faults(files: &[(&str, &[u8])]) -> Vec<String> {
    let look = LastLook::new("my", &|found| found.digits == "13800138000");
    for (address, bytes) in files {
        look.at(address, bytes);
    }
    look.faults().iter().map(|problem| format!("{} {}", problem.rule.code, problem.says(Lang::En))).collect()
}

#[test]
fn a_number_is_found_in_every_format() {
    for (address, text) in [
        ("a.html", "<p><b>139</b>12345678</p>"),
        ("a.html", "<p>139<span>-1234-</span>5678</p>"),
        ("a.html", "<p>&#49;&#x33;912345678</p>"),
        ("a.html", "<img alt='tel 13912345678'>"),
        ("a.html", "<a href='tel:+86-139-1234-5678'>call</a>"),
        ("a.html", "<a download='%E7%94%B5%E8%AF%9D13912345678.pdf' href='x'>call</a>"),
        ("a.html", "<!-- ask 13912345678 -->"),
        ("a.html", "<script type='application/ld+json'>{\"telephone\":\"13912345678\"}</script>"),
        ("a.svg", "<svg><text>139<tspan>12345678</tspan></text><path d='M13912345678'/></svg>"),
        ("a.csv", "id,note\r\n1,\"ask\r\n13912345678\"\r\n"),
        ("a.json", "{\"a\":\"\\u00313912345678\"}"),
        ("feed.xml", "<entry><title>13912345678</title></entry>"),
        ("feed.xml", "<content><![CDATA[<b>13912345678</b>]]></content>"),
        ("a.ics", "SUMMARY:1391\r\n 2345678\r\n"),
        ("a.js", "const x = ['13912345678'];"),
        ("a.css", "p::before { content: '13912345678' }"),
        ("robots.txt", "# 13912345678"),
        ("notices/13912345678.html", ""),
    ] {
        let told = faults(&[(address, text.as_bytes())]);
        assert_eq!(told.len(), 1, "{address} {text}: {told:?}");
        assert!(told[0].starts_with("P033 ") && !told[0].contains("12345678"), "{told:?}");
    }
}

#[test]
fn figures_checksums_and_allowed_numbers_pass() {
    for (address, text) in [
        ("a.csv", "figure,value\r\na,0.15576171875\r\nb,165432.19666666667\r\n"),
        ("a.json", "{\"value\":15000000000.5,\"low\":0.15576171875,\"count\":13912345678}"),
        ("a.html", "<td data-value='0.15576171875'>16 %</td><path d='M13912345678 0'/>"),
        ("a.html", "<td>139</td><td>12345678</td> <b>17</b> <time>2026-10-31</time> <b>5</b>"),
        ("a.html", "<code>5f13912345678c0ffee13912345678a0b1c2d3e4f5061728394a5b6c7d8e9fa0</code>"),
        ("a.xml", "<id>urn:uuid:5f13a2b4-1391-2345-6780-c0ffee139123</id>"),
        ("a.csv", "figure,value,numerator\r\npaid,13600000000,13912345678\r\n"),
        ("a.html", "<p>138-0013-8000</p>"),
    ] {
        assert_eq!(faults(&[(address, text.as_bytes())]), [""; 0], "{address} {text}");
    }
}

#[test]
fn a_row_of_numbers_is_no_checksum() {
    let row = b"<p>13912345678-13812345678-13712345678</p>".as_slice();
    assert_eq!(faults(&[("a.html", row)]).len(), 3);
}

#[test]
fn one_number_on_many_pages_is_one_fault() {
    let page = b"<p>139 1234 5678</p>".as_slice();
    assert_eq!(
        faults(&[
            ("b.html", page),
            ("a.html", b"<p>13912345678</p>"),
            ("c.html", page),
            ("d.html", b"<p>13912345679</p>")
        ]),
        [
            "P033 the finished file `a.html` and 2 more: personal data, 139******78",
            "P033 the finished file `d.html`: personal data, 139******79",
        ]
    );
}
