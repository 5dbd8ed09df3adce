//! A chart inside prose: drawing, sentence, table, and where they come from.

use std::fmt::Write as _;

use crate::text::Lang;
use crate::view::chart::Chart;

/// The chart as a block of HTML.
#[must_use]
pub fn figure(chart: &Chart, drawing: &str, lang: Lang, root: &str) -> String {
    let mut html = String::from("<div class=\"chart-inline\"><figure>");
    // Writing into a string cannot fail.
    let _ = write!(html, "<p class=\"chart-title\">{}</p><div class=\"chart\">{drawing}</div>", escape(&chart.title));
    let _ = write!(html, "<figcaption>{}</figcaption></figure>", escape(&chart.sentence));
    let _ = write!(html, "<details><summary>{}</summary>", lang.pick("表格", "Table"));
    let _ = write!(
        html,
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{}\"><table><thead><tr>",
        escape(&chart.title)
    );
    for head in &chart.table.heads {
        let text = escape(&head.text);
        let _ = match head.address.as_str() {
            "" => write!(html, "<th scope=\"col\">{text}</th>"),
            address => {
                write!(html, "<th scope=\"col\"><a href=\"{root}{}\">{text}</a></th>", escape(address))
            }
        };
    }
    html.push_str("</tr></thead><tbody>");
    for row in &chart.table.rows {
        html.push_str("<tr>");
        for (at, cell) in row.iter().enumerate() {
            let cell = escape(cell);
            let _ =
                if at == 0 { write!(html, "<th scope=\"row\">{cell}</th>") } else { write!(html, "<td>{cell}</td>") };
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table></div></details>");
    let title = escape(&chart.title);
    let link = |html: &mut String, address: &str, text: &str| {
        let address = escape(address);
        let _ = write!(html, " <a class=\"def\" href=\"{root}{address}\"><span class=\"vh\">{title} </span>{text}</a>");
    };
    let _ = write!(html, "<p class=\"chart-foot\">{} {}", lang.pick("数据截至", "Data up to"), escape(&chart.as_of));
    if !chart.definition.is_empty() {
        link(&mut html, &chart.definition, lang.pick("口径", "Definition"));
    }
    link(&mut html, &chart.data, "CSV");
    html.push_str("</p></div>");
    html
}

/// Text for HTML and XML, in content and in quoted attributes.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
