// The trials as a table that is sorted, filtered, and shown a part at a time, as thousands of rows make a browser slow.
(() => {
  const PART = 100;
  const section = document.getElementById('trials');

  /** Why a trial was stopped or has failed; of a segment, else, what was decided before it. */
  const why = trial => trial.reason || (hpo.segment(trial) || { why: '' }).why;

  const plain = (name, value, text = value) => ({ name, value, text, isNumber: true });
  /** Where a segment stands in a population; none of these of an ordinary trial. */
  const places = () => {
    if (!hpo.population) return [];
    const [member, generation, first] = hpo.population.isPanda ? ['child', 'day', 1] : ['member', 'generation', 0];
    const place = (name, of) => plain(name, trial => (hpo.segment(trial) ? of(hpo.segment(trial)) : null));
    return [
      place(member, segment => segment.member + first),
      place(generation, segment => segment.generation + 1),
      plain('goes on with', ({ parent }) => (parent < 0 ? null : parent)),
    ];
  };

  const columns = () => [
    plain('trial', ({ number }) => number),
    ...places(),
    { name: 'state', value: ({ state }) => state, text: ({ state }) => state },
    plain(hpo.study.metric, ({ value }) => value, ({ value }) => hpo.number(value, 6)),
    plain('last step', ({ step }) => (step < 0 ? null : step), ({ step }) => (step < 0 ? '' : step)),
    plain('took', ({ duration }) => (duration < 0 ? null : duration), ({ duration }) => hpo.duration(duration)),
    ...hpo.parameters.map(parameter => ({
      name: parameter.name,
      value: ({ place }) => parameter.values[place],
      text: trial => hpo.valueText(parameter, trial),
      isNumber: !parameter.choices,
    })),
    { name: 'why', value: trial => why(trial) || null, text: trial => hpo.cut(why(trial).split('\n')[0], 120) },
  ].filter(({ value }) => hpo.trials.some(trial => value(trial) !== null));

  /** What is not there comes last, however it is sorted. */
  const compare = (column, way) => (one, other) => {
    const [a, b] = [column.value(one), column.value(other)];
    if (a === null || b === null) return (a === null) - (b === null);
    return way * (a < b ? -1 : a > b ? 1 : 0) || one.number - other.number;
  };

  hpo.table = () => {
    const all = columns();
    const view = { column: all.find(({ name }) => name === hpo.study.metric) || all[0], way: hpo.study.direction === 'MINIMIZE' ? 1 : -1, text: '', states: new Set(), shown: PART };
    if (view.column === all[0]) view.way = 1;
    const states = [...new Set(hpo.trials.map(({ state }) => state))];
    states.forEach(state => view.states.add(state));
    const searched = new Map();
    const words = trial => {
      if (!searched.has(trial)) {
        const texts = [trial.number, trial.state, trial.failure, why(trial), hpo.placeText(trial),
          ...hpo.parameters.filter(({ values }) => values[trial.place] !== null).map(parameter => parameter.name + '=' + hpo.valueText(parameter, trial)),
          ...trial.attributes.map(([name, value]) => name + '=' + value)];
        searched.set(trial, texts.join(' ').toLowerCase());
      }
      return searched.get(trial);
    };

    const status = hpo.element('p', { className: 'note', role: 'status' });
    const body = hpo.element('tbody');
    const more = hpo.element('button', { type: 'button', className: 'more', onclick: () => { view.shown += 5 * PART; update(); } }, 'Show more');
    const heads = all.map(column => hpo.element('th', { scope: 'col', className: column.isNumber ? 'number' : '' },
      hpo.element('button', { type: 'button', onclick: () => sort(column) }, column.name)));

    const row = trial => hpo.openingRow(() => hpo.showTrial(trial), { className: trial === hpo.best ? 'best' : '' },
      ...all.map(column => hpo.element('td', { className: column.isNumber ? 'number' : '' }, column.text(trial))));

    const update = () => {
      const wanted = view.text.toLowerCase().split(/\s+/).filter(word => word !== '');
      const brushed = hpo.selection.brushed;
      const found = hpo.trials
        .filter(trial => view.states.has(trial.state) && (brushed === null || brushed.has(trial.place)))
        .filter(trial => wanted.every(word => words(trial).includes(word)))
        .sort(compare(view.column, view.way));
      body.replaceChildren(...found.slice(0, view.shown).map(row));
      more.hidden = found.length <= view.shown;
      status.textContent = found.length + ' of ' + hpo.trials.length + ' trials' + (brushed === null ? '' : ', those chosen in the parallel coordinates')
        + (hpo.all > hpo.trials.length ? '; the page has ' + hpo.trials.length + ' of all ' + hpo.all + ', and trials.csv has the others' : '')
        + '. Click on one, or press Enter, for all that is known of it.';
      heads.forEach((head, place) => head.setAttribute('aria-sort', all[place] !== view.column ? 'none' : view.way > 0 ? 'ascending' : 'descending'));
      heads.forEach((head, place) => { head.firstChild.textContent = all[place].name + (all[place] !== view.column ? '' : view.way > 0 ? ' \u25b2' : ' \u25bc'); });
    };
    const sort = column => {
      view.way = view.column === column ? -view.way : 1;
      view.column = column;
      update();
    };

    const search = hpo.element('input', { type: 'search', id: 'filter', oninput: () => { view.text = search.value; view.shown = PART; update(); } });
    section.append(
      status,
      hpo.element('div', { className: 'controls' }, hpo.labelled('filter', search),
        ...(states.length < 2 ? [] : states.map(state => hpo.checkbox(state, true, isOn => {
          view.states[isOn ? 'add' : 'delete'](state);
          update();
        })))),
      hpo.element('div', { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'Table of trials' },
        hpo.element('table', {}, hpo.element('thead', {}, hpo.element('tr', {}, ...heads)), body)),
      more);
    hpo.selection.listeners.push(update);
    update();
  };
})();
