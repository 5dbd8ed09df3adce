use super::*;
#[test]
fn widths() {
    for t in ["违章搭建与占道经营管理问题", "违", "12", "A", "…", "件", "—"] {
        println!("{t} {}", engine::text_width(t));
    }
}
