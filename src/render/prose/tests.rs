use proptest::prelude::*;

use super::*;

fn facts() -> Facts {
    let mut facts = Facts::default();
    facts.set("issues", "received", Some(1284.0));
    facts.set("issues", "on_time_rate", Some(0.981));
    facts.set("issues", "stars", None);
    facts.set("社区", "按期办结率", Some(0.985));
    facts
}

fn render(source: &str) -> (String, Vec<Problem>) {
    render_with(source, false)
}

fn render_with(source: &str, html: bool) -> (String, Vec<Problem>) {
    let facts = facts();
    let chart = |id: &str| (id == "issues.received").then(|| "<figure>图</figure>".to_owned());
    let around = Surroundings {
        file: "content/a.md",
        first_line: 5,
        facts: &facts,
        root: "../",
        up: "",
        chart: &chart,
        lang: Lang::Zh,
        html,
    };
    super::html(source, &around)
}

/// The HTML of prose in which nothing is wrong.
fn page(source: &str) -> String {
    let (page, problems) = render(source);
    assert!(problems.is_empty(), "{source}: {problems:?}");
    page.trim_end().to_owned()
}

/// What is wrong: rule, row, column and the part underlined.
fn faults(source: &str) -> Vec<(&'static str, u32, u32, String)> {
    render(source)
        .1
        .into_iter()
        .map(|problem| {
            assert!(!problem.says(Lang::Zh).contains('{') || problem.says(Lang::Zh).contains("{{"));
            let (at, excerpt) = (problem.at.unwrap(), problem.excerpt.unwrap());
            (problem.rule.name, at.row, at.column, excerpt.line[excerpt.mark].to_owned())
        })
        .collect()
}

#[test]
fn chinese_emphasis_is_what_its_author_means() {
    let cases = [
        ("**“泉小哥”**服务", "<strong>“泉小哥”</strong>服务"),
        ("开展**“敲门行动”**服务", "开展<strong>“敲门行动”</strong>服务"),
        ("开展**‘敲门’**服务", "开展<strong>‘敲门’</strong>服务"),
        ("**（重要）**请注意", "<strong>（重要）</strong>请注意"),
        ("请**（重要）**注意", "请<strong>（重要）</strong>注意"),
        ("请**注意（重要）**事项", "请<strong>注意（重要）</strong>事项"),
        ("**办结率：**98%", "<strong>办结率：</strong>98%"),
        ("本月**办结率：**九成", "本月<strong>办结率：</strong>九成"),
        ("**《条例》**规定", "<strong>《条例》</strong>规定"),
        ("根据**《条例》**规定", "根据<strong>《条例》</strong>规定"),
        ("根据**《条例》第三条**规定", "根据<strong>《条例》第三条</strong>规定"),
        ("**完成率98%**以上", "<strong>完成率98%</strong>以上"),
        ("**完成率98％**以上", "<strong>完成率98％</strong>以上"),
        ("达到**98.1%**的水平", "达到<strong>98.1%</strong>的水平"),
        ("**注意！**请", "<strong>注意！</strong>请"),
        ("**为什么？**因为", "<strong>为什么？</strong>因为"),
        ("**问：**能否？**答：**能", "<strong>问：</strong>能否？<strong>答：</strong>能"),
        ("**一、**总体情况", "<strong>一、</strong>总体情况"),
        ("**完成。**接着", "<strong>完成。</strong>接着"),
        ("**第一，**是", "<strong>第一，</strong>是"),
        ("**甲；**乙", "<strong>甲；</strong>乙"),
        ("**【通知】**各位", "<strong>【通知】</strong>各位"),
        ("**「通知」**各位", "<strong>「通知」</strong>各位"),
        ("**等等……**然后", "<strong>等等……</strong>然后"),
        ("说——**“好”**——他", "说——<strong>“好”</strong>——他"),
        ("**[链接](a.html)**文字", "<strong><a href=\"a.html\">链接</a></strong>文字"),
        ("文字**[链接](a.html)**文字", "文字<strong><a href=\"a.html\">链接</a></strong>文字"),
        ("**`码`**文字", "<strong><code>码</code></strong>文字"),
        ("文字**`码`**文字", "文字<strong><code>码</code></strong>文字"),
        ("~~“旧”~~新", "<del>“旧”</del>新"),
        ("把~~“旧”~~换新", "把<del>“旧”</del>换新"),
        ("*“字”*字", "<em>“字”</em>字"),
        ("字*“字”*字", "字<em>“字”</em>字"),
        ("***“字”***字", "<em><strong>“字”</strong></em>字"),
        ("这是 **“重点”** 内容", "这是 <strong>“重点”</strong> 内容"),
        ("这是**重点**内容", "这是<strong>重点</strong>内容"),
        ("**办结率**：98%", "<strong>办结率</strong>：98%"),
        ("“**泉小哥**”服务", "“<strong>泉小哥</strong>”服务"),
        ("（**泉小哥**）服务", "（<strong>泉小哥</strong>）服务"),
        ("**①**受理", "<strong>①</strong>受理"),
        ("**甲**、**乙**、**丙**", "<strong>甲</strong>、<strong>乙</strong>、<strong>丙</strong>"),
        ("**“甲”**和**“乙”**，**丙**", "<strong>“甲”</strong>和<strong>“乙”</strong>，<strong>丙</strong>"),
        ("**甲（*乙*）丙**丁", "<strong>甲（<em>乙</em>）丙</strong>丁"),
        ("**12345**热线", "<strong>12345</strong>热线"),
        ("**A区（北）**B区", "<strong>A区（北）</strong>B区"),
    ];
    for (source, expected) in cases {
        assert_eq!(page(source), format!("<p>{expected}</p>"), "{source}");
    }
}

#[test]
fn values_are_put_back_as_text() {
    assert_eq!(page("受理 {{ issues.received }} 件"), "<p>受理 1284 件</p>");
    assert_eq!(page("**{{ percent(社区.按期办结率) }}**按期"), "<p><strong>98.5%</strong>按期</p>");
    assert_eq!(page("{{ issues.received * 2 }} 和 {{ issues.received * 3 }}"), "<p>2568 和 3852</p>");
    assert_eq!(
        page("[{{ issues.received }} 件](p/{{ issues.received }}.html)"),
        "<p><a href=\"p/1284.html\">1284 件</a></p>"
    );
    assert_eq!(page("星级 {{ issues.stars }}"), "<p>星级 —</p>");
    assert_eq!(page("# 受理 {{ issues.received }} 件"), "<h2 id=\"受理-1284-件\">受理 1284 件</h2>");
    assert!(
        page("| a | b |\n|---|--:|\n| {{ issues.received }} | x |")
            .contains("<td>1284</td><td class=\"al-right\">x</td>")
    );
}

#[test]
fn code_and_escapes_are_left_alone() {
    assert_eq!(page("`{{ x }}` 和 `**“a”**b`"), "<p><code>{{ x }}</code> 和 <code>**“a”**b</code></p>");
    assert_eq!(page("```\n{{ x }}\n```"), "<pre><code>{{ x }}\n</code></pre>");
    assert_eq!(page("\\{{ x }}"), "<p>{{ x }}</p>");
}

#[test]
fn charts_stand_alone() {
    assert_eq!(page("前\n\n{{ chart(\"issues.received\") }}\n\n后"), "<p>前</p>\n<figure>图</figure>\n<p>后</p>");
    assert_eq!(
        page("{{ chart('issues.received') }}\n{{ chart('issues.received') }}"),
        "<figure>图</figure>\n<figure>图</figure>"
    );
    assert_eq!(faults("见\n图 {{ chart('issues.received') }}")[0].0, "chart-inside-text");
    assert_eq!(faults("- {{ chart('issues.received') }}")[0].0, "chart-inside-text");
    assert_eq!(faults("{{ chart('issues.x') }}"), [("unknown-chart", 5, 11, "issues.x".to_owned())]);
}

#[test]
fn faults_of_expressions_say_where() {
    assert_eq!(faults("一\n\n二 {{ issues.recieved }} 三"), [("unknown-figure", 7, 6, "issues.recieved".to_owned())]);
    assert_eq!(faults("{{ 1 + }}"), [("expression-syntax", 5, 1, "{{ 1 + }}".to_owned())]);
    assert_eq!(faults("受理 {{ issues.received 件"), [("unclosed-expression", 5, 4, "{{".to_owned())]);
    assert_eq!(faults("{{ 'a' * 9 }}"), [("expression-not-allowed", 5, 4, "'".to_owned())]);
    assert_eq!(faults(&format!("{{{{ {} }}}}", "1+".repeat(150)))[0].0, "expression-too-long");
    assert_eq!(faults("{{ 99999999 * 99999999 }}")[0].0, "expression-too-large");
    assert!(render("{{ issues.recieved }}").1[0].remedy(Lang::Zh).contains("issues.received"));
}

#[test]
fn raw_html_is_text_and_comments_stay_away() {
    assert_eq!(page("a <b onclick=\"x\">b</b>"), "<p>a &lt;b onclick=\"x\"&gt;b&lt;/b&gt;</p>");
    assert_eq!(page("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
    assert_eq!(page("a <!-- 内部：张三 --> b\n\n<!-- 内部\n\n电话 -->\n\nc"), "<p>a  b</p>\n<p>c</p>");
}

#[test]
fn links_are_relative_safe_and_marked() {
    assert_eq!(page("[a](/methods.html)"), "<p><a href=\"../methods.html\">a</a></p>");
    assert_eq!(
        page("[a](https://a.cn/?x=1&y \"说明\")"),
        "<p><a href=\"https://a.cn/?x=1&amp;y\" title=\"说明\" rel=\"noopener\">a</a></p>"
    );
    assert_eq!(page("<a@b.cn>"), "<p><a href=\"mailto:a@b.cn\">a@b.cn</a></p>");
    let (html, _) = render("看[a **b**](javascript:alert)后");
    assert_eq!(html.trim(), "<p>看a <strong>b</strong>后</p>");
    assert_eq!(faults("看\n[a](javascript:alert)后"), [("link-scheme", 6, 5, "javascript:alert".to_owned())]);
    assert_eq!(faults("![照片](a.png)"), [("image-unsupported", 5, 7, "a.png".to_owned())]);
    assert_eq!(render("![照片](a.png)").0.trim(), "<p>照片</p>");
}

#[test]
fn headings_begin_below_the_page_title_and_skip_nothing() {
    assert_eq!(
        page("# 甲\n\n### 乙\n\n### 乙\n\n# 丙"),
        "<h2 id=\"甲\">甲</h2>\n<h3 id=\"乙\">乙</h3>\n<h3 id=\"乙-2\">乙</h3>\n<h2 id=\"丙\">丙</h2>"
    );
    assert_eq!(page("## 甲\n\n## 乙"), "<h2 id=\"甲\">甲</h2>\n<h2 id=\"乙\">乙</h2>");
    assert!(page("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6").contains("<h6 id=\"6\">6</h6>"));
}

#[test]
fn markdown_that_did_not_take_is_reported() {
    assert_eq!(faults("一\n#标题"), [("heading-without-space", 6, 1, "#标题".to_owned())]);
    assert_eq!(faults("＃ 标题"), [("heading-without-space", 5, 1, "＃ 标题".to_owned())]);
    assert!(faults("#1 楼").is_empty());
    assert_eq!(faults("这是** 重点**")[0], ("leftover-emphasis", 5, 3, "**".to_owned()));
    assert_eq!(
        faults("**好**，这是** 重点**。"),
        [("leftover-emphasis", 5, 9, "**".to_owned()), ("leftover-emphasis", 5, 14, "**".to_owned())]
    );
    assert_eq!(faults("**甲")[0].0, "leftover-emphasis");
    assert!(faults("\\*\\* 5 * 3").is_empty());
}

#[test]
fn chinese_lines_join_without_a_blank() {
    assert_eq!(page("本月受理，\n全部办结。\n**共**\n“三”件"), "<p>本月受理，全部办结。<strong>共</strong>“三”件</p>");
    assert_eq!(page("one\ntwo\n三"), "<p>one\ntwo\n三</p>");
}

#[test]
fn tables_notes_and_tasks_have_our_form() {
    assert_eq!(
        page("| 甲 | 乙 | 丙 |\n|:--|:-:|---|\n| 1 | 2 | 3 |"),
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"表格 1\"><table>\n<thead><tr><th scope=\"col\" class=\"al-left\">甲</th>\
         <th scope=\"col\" class=\"al-center\">乙</th><th scope=\"col\">丙</th></tr></thead><tbody>\n<tr><td class=\"al-left\">1</td>\
         <td class=\"al-center\">2</td><td>3</td></tr>\n</tbody></table></div>"
    );
    assert_eq!(
        page("甲[^a]乙[^a]\n\n[^a]: 注"),
        "<p>甲<sup class=\"footnote-mark\" id=\"fnref-1-1\"><a href=\"#fn-1\">1</a></sup>乙<sup class=\"footnote-mark\" id=\"fnref-1-2\">\
         <a href=\"#fn-1\">1</a></sup></p>\n<div class=\"footnote\" id=\"fn-1\" role=\"note\"><sup>1</sup>\n<p>注</p>\n</div>"
    );
    assert!(
        page("- [x] 甲\n- [ ] 乙").contains("<span class=\"task done\" role=\"img\" aria-label=\"已完成\">☑</span> 甲")
    );
}

#[test]
fn endless_lines_cost_little() {
    for piece in ["{{", "{{ a }}", "** a", "[", "[a](x:y) ", "{{ chart('issues.received') }} ", "**“"] {
        let (_, problems) = render(&piece.repeat(5_000));
        assert!(problems.iter().all(|problem| problem.excerpt.as_ref().unwrap().line.len() < 600), "{piece}");
    }
    assert_eq!(faults(&"{{".repeat(5_000)).len(), 1);
    assert_eq!(faults(&format!("{}{{{{ x.y }}}}", "字".repeat(300))), [("unknown-figure", 5, 304, "x.y".to_owned())]);
}

/// Prose of a site that lets its authors write HTML, with the rules it breaks.
fn with_html(source: &str) -> (String, Vec<&'static str>) {
    let (page, problems) = render_with(source, true);
    (page.trim_end().to_owned(), problems.iter().map(|problem| problem.rule.name).collect())
}

#[test]
fn html_of_authors_joins_with_markdown() {
    for (source, expected) in [
        ("水 H<sub>2</sub>O，**<mark>急</mark>**", "<p>水 H<sub>2</sub>O，<strong><mark>急</mark></strong></p>"),
        (
            "<details>\n<summary>{{ issues.received }} 件</summary>\n<p>说明\n</details>",
            "<details>\n<summary>1284 件</summary>\n<p>说明\n</p></details>",
        ),
        ("<b>甲\n\n乙", "<p><b>甲</b></p>\n<p>乙</p>"),
        ("**<i>甲**乙</i>", "<p><strong><i>甲</i></strong>乙</p>"),
        ("- <b>甲\n  - 乙", "<ul>\n<li><b>甲</b>\n<ul>\n<li>乙</li>\n</ul>\n</li>\n</ul>"),
        (
            "<a href=\"/methods.html\">口径 {{ issues.received }}</a>",
            "<p><a href=\"../methods.html\" rel=\"noopener\">口径 1284</a></p>",
        ),
        ("<a href=\"/a.html\">甲 [乙](/b.html)</a>", "<p><a href=\"../a.html\" rel=\"noopener\">甲 乙</a></p>"),
        ("甲<!-- 备注 -->乙", "<p>甲乙</p>"),
        ("甲<br>乙", "<p>甲<br>乙</p>"),
        (
            "<table><tr><td>1</table>",
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"表格 1\"><table><tbody><tr><td>1</td></tr></tbody></table></div>",
        ),
        ("`<b>` \\<b>", "<p><code>&lt;b&gt;</code> &lt;b&gt;</p>"),
    ] {
        assert_eq!(with_html(source), (expected.to_owned(), Vec::new()), "{source}");
    }
}

#[test]
fn html_that_is_taken_out_is_told() {
    for (source, expected, rules) in [
        ("甲<script>alert(1)</script>", "<p>甲alert(1)</p>", vec!["html-removed"]),
        ("<script>alert(1)</script>", "", vec!["html-removed"]),
        ("<b onclick=x style=y>甲</b>", "<p><b>甲</b></p>", vec!["html-removed", "html-removed"]),
        ("<a href=javascript:x>甲</a>", "<p><a rel=\"noopener\">甲</a></p>", vec!["link-scheme"]),
        ("<img src=http://t.cn/x.gif alt=说明>", "<p>说明</p>", vec!["image-unsupported"]),
        ("<div id=main>甲</div></main>", "<div>甲</div>", vec!["html-removed"]),
        (
            "<a href=/a.html>甲<a href=/b.html>乙</a>",
            "<p><a href=\"../a.html\" rel=\"noopener\">甲乙</a></p>",
            vec!["html-removed"],
        ),
    ] {
        assert_eq!(with_html(source), (expected.to_owned(), rules), "{source}");
    }
}

proptest! {
    #[test]
    fn any_html_in_prose_is_harmless_and_well_nested(
        pieces in proptest::collection::vec(
            proptest::sample::select(vec![
                "<b>", "</b>", "<a href='/x'>", "</a>", "<div>", "</div>", "<td>", "<script>", "</script>", "<i onclick=x ", ">", "*", "**",
                "\n", "\n\n", "- ", "> ", "| a |\n|--|\n| ", "[a](b)", "{{ issues.received }}", "<!--", "-->", "字", "`", "# ", "<br>",
            ]),
            0..24,
        )
    ) {
        let source = pieces.concat();
        let (html, _) = render_with(&source, true);
        let mut open = Vec::new();
        for tag in html.split('<').skip(1) {
            prop_assert!(!tag.split('>').next().unwrap().contains("onclick="), "{:?}: {}", source, html);
            let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
            match name.strip_prefix('/') {
                Some(name) => prop_assert_eq!(open.pop(), Some(name.to_owned()), "{:?}: {}", source, html),
                None if matches!(name.as_str(), "br" | "hr" | "br/" | "hr/") || tag.contains("/>") => {}
                None => open.push(name),
            }
        }
        prop_assert!(open.is_empty() && !html.contains("<script"), "{:?}: {}", source, html);
    }
}

proptest! {
    #[test]
    fn any_prose_is_rendered_without_markup_of_its_own(
        pieces in proptest::collection::vec(
            proptest::sample::select(vec![
                "{{", "}}", " issues.received ", "chart('issues.received')", "**", "*", "~~", "`", "```\n", "\n", "\n\n", "# ", "#",
                "| a | b |\n|--|-:|\n| ", " | ", "[", "](", ")", "javascript:x", "/a/", "<b>", "<script", "<!--", "-->", "![", "“", "”", "（",
                "字", "\\", "[^a]", "[^a]: ", "- [x] ", "> ", "\u{fdd0}", "0\u{fdd1}", "\u{fdd2}", "\r\n", "    ", "x", ":", "\0", "&lt;",
            ]),
            0..30,
        )
    ) {
        let source = pieces.concat();
        let (html, problems) = render(&source);
        for bad in ["<script", "<b>", "javascript:x\"", " style=", "\u{fdd0}", "\u{fdd1}", "\u{fdd2}", "NaN", "<h1"] {
            prop_assert!(!html.contains(bad), "{:?}: {}", source, html);
        }
        for problem in problems {
            let excerpt = problem.excerpt.unwrap();
            prop_assert!(excerpt.line.get(excerpt.mark).is_some());
        }
    }

    #[test]
    fn any_text_is_rendered(source in "\\PC{0,80}") {
        render(&source);
    }
}
