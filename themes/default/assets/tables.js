// Sorts tables by their heads and filters long ones. The third press of a head goes back to official order.
(() => {
  const words = document.currentScript.dataset;
  const make = (tag, values) => Object.assign(document.createElement(tag), values);
  const fold = (text) => text.normalize('NFKC').toLowerCase().trim();
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  // What stands first in a cell; its parts come behind.
  const text = (cell) => cell.dataset.v || (cell.firstChild || cell).textContent.trim();
  // A count, rate or day. What is longer than numbers are exact is the id of a record.
  const number = (text) => /^-?[\d,.]+%?$|^\d{4}-\d\d-\d\d$/.test(text) && text.replace(/\D/g, '').length < 16
    ? +text.replace(/[,%]|\b-/g, '') : NaN;
  // What stands in the place of a number: dashes, marks, and `3/4`, which is no rate yet.
  const gap = (text) => /^(|—|n\/m|\[[a-z]+\]|[\d,]+\/[\d,]+|未填报|not reported)$/.test(text);

  document.querySelectorAll('table[data-sort]').forEach((table) => {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.querySelectorAll('tbody tr:not(.group)')];
    const homes = rows.map((row) => row.parentNode);
    if (rows.length < 5) return;
    const tools = make('div', { className: 'tools' });
    const input = make('input', { type: 'search', oninput: () => show() });
    const said = make('span');
    said.setAttribute('role', 'status');
    const back = make('button', { textContent: words.official, hidden: true, onclick: () => sort(last, presses = 2) });
    let last, presses, order = '';

    const show = () => {
      const wanted = fold(input.value);
      rows.forEach((row) => { row.hidden = !fold(row.textContent).includes(wanted); });
      // Sorted, the groups are one list.
      table.querySelectorAll('.group').forEach((group) => {
        group.hidden = order || !group.parentNode.querySelector('tr:not(.group):not([hidden])');
      });
      back.hidden = !order;
      const n = rows.filter((row) => !row.hidden).length;
      said.textContent = order + (wanted && ' ' + words.shown.replace('{n}', n).replace('{all}', rows.length));
    };
    const sort = (at) => {
      presses = at === last ? (presses + 1) % 3 : 1;
      last = at;
      const cells = rows.map((row) => ({ row, text: text(row.cells[at]), n: number(text(row.cells[at])) }));
      const counted = cells.some(({ n }) => n === n) && cells.every(({ n, text }) => n === n || gap(text));
      const way = [0, 1, -1][presses] * (counted ? -1 : 1);
      const missing = ({ text, n }) => counted ? isNaN(n) : /^—?$/.test(text);
      rows.forEach((row, at) => homes[at].append(row));
      if (way) {
        cells.sort((a, b) => missing(a) - missing(b)
          || !missing(a) && way * (counted && a.n - b.n || compare(a.text, b.text)));
        homes[0].append(...cells.map(({ row }) => row));
      }
      heads.forEach((head) => head.removeAttribute('aria-sort'));
      if (way) heads[at].setAttribute('aria-sort', way > 0 ? 'ascending' : 'descending');
      order = way ? (way > 0 ? words.up : words.down).replace('{column}', heads[at].dataset.name) : '';
      heads[at].querySelector('button').focus();
      show();
    };

    heads.forEach((head, at) => {
      // A column of pictures has no order.
      if (rows[0].cells[at].querySelector('svg')) return;
      const link = head.querySelector('.sort');
      if (link) link.remove();
      const own = head.querySelector('a');
      const name = head.dataset.name = head.textContent.trim();
      const label = words.sort.replace('{column}', name);
      const button = make('button', { className: 'sort', title: label, onclick: () => sort(at) });
      // A head that leads to its definition still does.
      if (own) button.setAttribute('aria-label', label);
      else button.append(...head.childNodes);
      head.append(button);
    });
    if (rows.length > 12) {
      tools.append(make('label', { textContent: words.filter + ' ' }));
      tools.firstChild.append(input);
    }
    tools.append(said, back);
    table.parentNode.before(tools);
  });
})();
