// Elements of the page. Texts only ever become text nodes, so that nothing in them is taken for markup.
hpo.element = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && !['list', 'form'].includes(name)) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.map(child => (child instanceof Node ? child : document.createTextNode(String(child)))));
  return element;
};

hpo.labelled = (text, control) => hpo.element('label', {}, text, control);

hpo.checkbox = (text, isChecked, changed) => {
  const box = hpo.element('input', { type: 'checkbox', checked: isChecked, onchange: () => changed(box.checked) });
  return hpo.element('label', {}, box, text);
};

/** A choice from names; what is handed on is the place of the chosen one. */
hpo.choice = (text, names, chosen, changed) => {
  const list = hpo.element('select', { onchange: () => changed(list.selectedIndex) }, ...names.map(name => hpo.element('option', {}, name)));
  list.selectedIndex = chosen;
  return hpo.labelled(text, list);
};

hpo.copyButton = text => {
  const button = hpo.element('button', { type: 'button' }, 'Copy');
  const area = hpo.element('textarea', { value: text });
  const selected = () => {
    button.after(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    return isCopied ? Promise.resolve() : Promise.reject(new Error('copying is not allowed here'));
  };
  button.addEventListener('click', () => {
    (navigator.clipboard ? navigator.clipboard.writeText(text).catch(selected) : selected())
      .then(() => { button.textContent = 'Copied'; })
      .catch(() => { button.textContent = 'Select the text to copy it'; });
  });
  return button;
};

hpo.facts = entries => entries
  .filter(([, value]) => value !== '' && value !== undefined && value !== null)
  .map(([name, value]) => hpo.element('div', {}, hpo.element('dt', {}, name), hpo.element('dd', {}, value)));

/** A row of a table that opens what it is about, by a click or by Enter. */
hpo.openingRow = (open, properties, ...cells) => hpo.element('tr', {
  tabIndex: 0,
  onclick: open,
  onkeydown: event => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); open(); } },
  ...properties,
}, ...cells);

/** What is chosen on the page: trials that were clicked or brushed, which the plots and the table follow. */
hpo.selection = { brushed: null, listeners: [] };
hpo.brush = trials => {
  hpo.selection.brushed = trials === null ? null : new Set(trials.map(({ place }) => place));
  hpo.selection.listeners.forEach(listener => listener());
};
