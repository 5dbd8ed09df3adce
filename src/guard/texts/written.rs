//! The texts of articles and of the site itself.

use std::sync::Arc;

use super::{At, Content, Text, Trust, plain};
use crate::config::{Config, Texts};
use crate::model::{Library, Prose, Publicity};

/// What authors wrote.
pub(super) fn written<'a>(library: &'a mut Library, texts: &mut Vec<Text<'a>>) {
    library.originals_mut().for_each(|prose| prose_texts(prose, texts));
}

fn prose_texts<'a>(prose: &'a mut Prose, texts: &mut Vec<Text<'a>>) {
    let Prose {
        file,
        slug,
        lang: _,
        title,
        date: _,
        summary,
        places: _,
        projects: _,
        publicity,
        order: _,
        body,
        first_line,
        translation,
    } = prose;
    let at = |line| At::Line(Arc::clone(file), line);
    texts.push(plain(Content::Fixed(slug.as_str().into()), "file", "文件名", at(0)));
    texts.push(plain(Content::Free(title), "title", "标题", at(0)));
    texts.push(plain(Content::Free(summary), "summary", "摘要", at(0)));
    if let Some(Publicity { line, from: _, days: _, unit: _, basis, contact, until: _ }) = publicity {
        texts.push(plain(Content::Free(basis), "basis", "依据", at(*line)));
        texts.push(plain(Content::Free(contact), "contact", "意见反馈方式", at(*line)));
    }
    texts.push(plain(Content::Free(body), "text", "正文", at(*first_line)));
    if let Some(translation) = translation {
        prose_texts(translation, texts);
    }
}

/// What the site says about itself, and what it calls things.
pub(super) fn site<'a>(config: &'a mut Config, texts: &mut Vec<Text<'a>>) {
    let file: Arc<str> = "site.toml".into();
    let mut add = |key: &'static str, content, trust, line| {
        texts.push(Text { trust, ..plain(content, key, key, At::Line(Arc::clone(&file), line)) });
    };
    let url = config.site.base_url.clone().unwrap_or_default();
    add("base_url", Content::Fixed(url.into()), Trust::None, 0);
    for (key, words) in config.site.texts_mut().chain(config.tongues.values_mut().flat_map(Texts::texts_mut)) {
        let trust = if key == "address" { Trust::Address } else { Trust::None };
        add(key, Content::Free(words), trust, 0);
    }
    for level in &mut config.levels {
        add("level.id", Content::Fixed(level.id.as_str().into()), Trust::None, 0);
        add("level.name", Content::Free(&mut level.name), Trust::None, 0);
    }
    for tier in &mut config.tiers {
        add("tier.id", Content::Fixed(tier.id.as_str().into()), Trust::None, 0);
        add("tier.name", Content::Free(&mut tier.name), Trust::None, 0);
    }
    for stage in &mut config.stages {
        add("stage.name", Content::Free(&mut stage.name), Trust::None, stage.line);
    }
    for figure in &mut config.formulas {
        add("figure.id", Content::Fixed(figure.id.as_str().into()), Trust::None, 0);
        add("figure.name", Content::Free(&mut figure.name), Trust::None, 0);
        add("figure.formula", Content::Fixed(figure.formula.as_str().into()), Trust::None, 0);
        add("figure.unit", Content::Free(&mut figure.unit), Trust::None, 0);
    }
    for at in &mut config.breaks {
        add("break.reason", Content::Free(&mut at.reason), Trust::None, at.line);
    }
    for days in &mut config.calendar.days {
        add("calendar.day.reason", Content::Free(&mut days.reason), Trust::None, 0);
    }
    for exception in &mut config.privacy.exceptions {
        add("privacy.exception.reason", Content::Free(&mut exception.reason), Trust::None, exception.line);
    }
}
