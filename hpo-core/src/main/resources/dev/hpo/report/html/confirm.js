// The runs that confirm what the search has found, as a table that is sorted by its heads, and what has come of them.
(() => {
  const data = hpo.confirmation;
  const text = place => (place < 0 ? '' : data.texts[place]);

  const runs = () => data.number.map((number, place) => ({
    number,
    of: data.of[place],
    round: data.round[place],
    state: data.state[place],
    value: data.value[place],
    seed: data.seed[place],
    duration: data.duration[place],
    failure: text(data.failure[place]),
    reason: text(data.reason[place]),
    trace: text(data.trace[place]),
  }));

  const name = of => (of < 0 ? 'start' : 'trial ' + of);

  const COLUMNS = [
    { name: 'run', value: ({ number }) => number, isNumber: true },
    { name: 'of', value: ({ of }) => of, text: ({ of }) => name(of) },
    { name: 'round', value: ({ round }) => round, isNumber: true },
    { name: 'state', value: ({ state }) => state },
    { name: hpo.study.metric, value: ({ value }) => value, text: ({ value }) => hpo.number(value, 6), isNumber: true },
    { name: 'took', value: ({ duration }) => (duration < 0 ? null : duration), text: ({ duration }) => hpo.duration(duration), isNumber: true },
    { name: 'seed', value: ({ seed }) => seed, isNumber: true },
    { name: 'why', value: ({ reason }) => reason || null, text: ({ reason }) => hpo.cut(reason.split('\n')[0], 120) },
  ];

  /** What is not there comes last, however it is sorted. */
  const compare = (column, way) => (one, other) => {
    const [a, b] = [column.value(one), column.value(other)];
    if (a === null || b === null) return (a === null) - (b === null) || one.number - other.number;
    return way * (a < b ? -1 : a > b ? 1 : 0) || one.number - other.number;
  };

  const interval = (low, high) => {
    if (typeof low !== 'number' || typeof high !== 'number') return 'no interval, as it rests on one run';
    return low === high ? 'the same in each run' : '95 % interval ' + hpo.number(low, 4) + ' to ' + hpo.number(high, 4);
  };

  const mean = (which, [value, low, high, complete, failed]) =>
    [which, hpo.number(value, 6) + ', mean of ' + complete + (complete === 1 ? ' run' : ' runs') + (failed > 0 ? ' of ' + (complete + failed) : '') + ', ' + interval(low, high)];

  const results = () => hpo.facts([
    ...(data.winner ? [mean('winner: trial ' + hpo.study.best, data.winner)] : []),
    ...(data.start ? [mean('start', data.start)] : []),
    ...(data.gain ? [['gain over the start', hpo.number(data.gain[0], 6) + ', ' + interval(data.gain[1], data.gain[2])]] : []),
  ]);

  const note = all => {
    const failed = all.filter(({ state }) => state === 'failed').length;
    const last = Math.max(...all.map(({ round }) => round));
    return data.progress + (data.done ? '' : ' so far') + (failed === 0 ? '' : ', ' + failed + ' failed')
      + (data.done ? '. Those of round ' + last + ' have chosen nothing, and are what values rest on.' : '.')
      + ' Click on one, or press Enter, for all that is known of it.';
  };

  hpo.confirmations = () => {
    if (!data || data.number.length === 0) return;
    const all = runs();
    const columns = COLUMNS.filter(({ value }) => all.some(run => value(run) !== null));
    const figure = hpo.figure({ id: 'confirmation', title: 'Run again', isWide: true, note: note(all) });
    const body = hpo.element('tbody');
    const view = { column: columns[0], way: 1 };
    const row = run => hpo.openingRow(() => hpo.showRun(run, name(run.of)), { className: data.winner && run.of === hpo.study.best ? 'best' : '' },
      ...columns.map(column => hpo.element('td', { className: column.isNumber ? 'number' : '' }, (column.text || column.value)(run) ?? '')));
    const heads = columns.map(column => hpo.element('th', { scope: 'col', className: column.isNumber ? 'number' : '' },
      hpo.element('button', { type: 'button', onclick: () => sort(column) }, column.name)));
    const update = () => {
      body.replaceChildren(...[...all].sort(compare(view.column, view.way)).map(row));
      heads.forEach((head, place) => {
        const isSorted = columns[place] === view.column;
        head.setAttribute('aria-sort', !isSorted ? 'none' : view.way > 0 ? 'ascending' : 'descending');
        head.firstChild.textContent = columns[place].name + (!isSorted ? '' : view.way > 0 ? ' \u25b2' : ' \u25bc');
      });
    };
    const sort = column => {
      view.way = view.column === column ? -view.way : 1;
      view.column = column;
      update();
    };
    figure.append(
      hpo.element('dl', {}, ...results()),
      hpo.element('div', { className: 'scroll runs', tabIndex: 0, role: 'region', 'aria-label': 'Table of runs that confirm' },
        hpo.element('table', {}, hpo.element('thead', {}, hpo.element('tr', {}, ...heads)), body)));
    update();
  };
})();
