// Finds in the list of this page, which stands there for readers without script.
(() => {
  const MOST = 60;
  const [form, said, found, all] = ['search', 'said', 'found', 'all'].map((id) => document.getElementById(id));
  const input = form.elements.q;
  const title = document.title;
  const make = (tag, values) => Object.assign(document.createElement(tag), values);
  const fold = (text) => text.normalize('NFKC').toLowerCase();
  // Name and other words of each entry, with their first letters in pinyin.
  const entries = [...all.querySelectorAll('.names li')].map((row) => {
    const keys = (row.dataset.k || '').split('|');
    return { row, texts: [...row.children].map((part, at) => [fold(part.textContent), ' ' + (keys[at] || '')]) };
  });
  // Which of these fits first: one's own community before all else, the id in the address last.
  const rank = ({ row, texts: [[name, key], ...others] }, word) => [
    name === word,
    row.closest('#communities') && name.includes(word),
    row.closest('#communities') && others.some(([text]) => text.includes(word)),
    name.startsWith(word),
    name.includes(word),
    key.includes(' ' + word),
    others.some(([text]) => text.includes(word)),
    others.some(([, key]) => key.includes(' ' + word)),
    word.length > 1 && row.firstChild.href.split('/').pop().replace('.html', '').includes(word),
  ].findIndex(Boolean);
  // Marks the first word in a text. Letters of the key stand for the characters in their places.
  const mark = (part, [text, key], words) => words.some((word) => {
    const at = text.includes(word) ? text.indexOf(word) : key.indexOf(' ' + word);
    const shown = part.textContent;
    const end = at + word.length;
    if (at < 0) return false;
    part.replaceChildren(shown.slice(0, at), make('mark', { textContent: shown.slice(at, end) }), shown.slice(end));
    return true;
  });
  let wait;
  const search = () => {
    clearTimeout(wait);
    const query = input.value.trim();
    const words = fold(query).split(/\s+/).filter(Boolean);
    const ranked = entries.map((entry) => ({ entry, ranks: words.map((word) => rank(entry, word)) }))
      .filter(({ ranks }) => query && !ranks.includes(-1))
      .sort((a, b) => Math.max(...a.ranks) - Math.max(...b.ranks));
    found.replaceChildren(...ranked.slice(0, MOST).map(({ entry: { row, texts } }) => {
      const copy = row.cloneNode(true);
      // Of long entries, the name, the first of the other words, and what fits.
      [...copy.children].forEach((part, at) => mark(part, texts[at], words) || at > 1 && part.remove());
      const kind = row.closest('section').querySelector('h2').firstChild.textContent;
      copy.prepend(make('span', { className: 'tag', textContent: kind.trim() }), ' ');
      return copy;
    }));
    const n = ranked.length;
    all.hidden = query;
    said.textContent = query && form.dataset[n > MOST ? 'most' : n ? 'some' : 'none']
      .replace('{n}', n).replace('{most}', MOST).replace('{q}', () => query);
    document.title = query ? `${query} - ${title}` : title;
    history.replaceState(null, '', query ? '?q=' + encodeURIComponent(query) : location.pathname);
  };
  const soon = ({ isComposing }) => {
    clearTimeout(wait);
    // While pinyin is being typed there is nothing to look for yet.
    if (!isComposing) wait = setTimeout(search, 150);
  };
  input.addEventListener('input', soon);
  input.addEventListener('compositionend', () => soon({}));
  form.onsubmit = () => {
    search();
    return false;
  };
  form.hidden = false;
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) input.value = asked;
  if (input.value) search();
  else if (asked === '') input.focus();
})();
