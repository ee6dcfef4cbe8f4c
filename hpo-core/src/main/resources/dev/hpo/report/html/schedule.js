// What the winner of a population has lived through: a staircase for each parameter that may change while a model trains, and a table.
(() => {
  const CHARTS = 16;
  const data = hpo.population;

  /** The values of a segment and of the one before it as a step: up or down at its beginning, then level. */
  const step = (parameter, segment) => {
    const y = hpo.position(parameter, segment.trial);
    if (y === null) return [];
    const before = segment.before ? hpo.position(parameter, segment.before.trial) : null;
    return [...(before === null ? [] : [[segment.from, before]]), [segment.from, y], [segment.to, y]];
  };

  const middle = (parameter, segment) => ({ value: [(segment.from + segment.to) / 2, hpo.position(parameter, segment.trial)], trial: segment.trial });

  const SYMBOLS = { kept: 'triangle', 'not kept': 'circle', 'rolled back': 'path://M0,0L8,8M8,0L0,8' };

  /** The nudges of a child, each at its own value, in the plot of the parameter that it has changed. */
  const nudges = (parameter, days, colours) => Object.entries(SYMBOLS).map(([event, symbol]) => ({
    name: event,
    type: 'scatter',
    symbol,
    symbolSize: event === 'kept' ? 11 : 8,
    z: 6,
    data: days.filter(day => day.event === event && day.nudge && day.control
        && parameter.values[day.nudge.trial.place] !== null
        && parameter.values[day.nudge.trial.place] !== parameter.values[day.control.trial.place])
      .map(day => middle(parameter, day.nudge)),
    itemStyle: event === 'kept' ? { color: colours.best, borderColor: colours.paper, borderWidth: 1 }
      : { color: event === 'rolled back' ? 'transparent' : colours.paper, borderColor: colours.ink, borderWidth: 1.5 },
  }));

  const chart = (parameter, box, model) => {
    const winners = model.schedule.map(({ segment }) => segment);
    const others = hpo.someSegments(model.segments.filter(segment => !segment.isWinners && !segment.isLeft));
    const child = winners.length === 0 ? -1 : winners[winners.length - 1].member;
    const days = model.days.filter(day => day.child === child);
    const flat = (segments, look) => ({ type: 'line', showSymbol: false, silent: true, connectNulls: false, data: segments.flatMap(segment => [...step(parameter, segment), [null, null]]), ...look });
    return hpo.canvas(box, parameter.name + ', ' + parameter.domain + ', over the steps of the winner', colours => ({
      grid: { left: 8, right: 24, top: 12, bottom: 8 },
      xAxis: { type: 'value', min: 0, minInterval: 1, splitLine: { show: false }, axisLabel: { hideOverlap: true } },
      yAxis: { ...hpo.axis(parameter), splitLine: { show: true } },
      series: [
        flat(others, { lineStyle: { color: colours.complete, opacity: 0.35, width: 1 } }),
        flat(winners, { z: 4, lineStyle: { color: colours.best, width: 3 } }),
        { name: 'winner', type: 'scatter', symbolSize: 6, z: 5, data: winners.map(segment => middle(parameter, segment)).filter(({ value: [, y] }) => y !== null), itemStyle: { color: colours.best } },
        ...(data.isPanda ? nudges(parameter, days, colours) : []),
      ],
    }));
  };

  /** Segments that follow one another with the same values as one row. */
  const stretches = (schedule, shown) => {
    const isSame = (one, other) => shown.every(({ values }) => values[one.segment.trial.place] === values[other.segment.trial.place]);
    const list = [];
    for (const row of schedule) {
      const last = list[list.length - 1];
      if (last && isSame(last[0], row)) last.push(row);
      else list.push([row]);
    }
    return list;
  };

  const why = ({ segment }) => segment.why + (segment.outcome ? '; ' + segment.outcome : '');

  const table = (model, shown) => {
    const head = (name, isNumber) => hpo.element('th', { scope: 'col', className: isNumber ? 'number' : '' }, name);
    const row = stretch => {
      const [first, last] = [stretch[0], stretch[stretch.length - 1]];
      const cell = (text, isNumber) => hpo.element('td', { className: isNumber ? 'number' : '' }, text);
      return hpo.openingRow(() => hpo.showTrial(last.segment.trial), {},
        cell(first.from + 1 === last.to ? last.to : (first.from + 1) + ' to ' + last.to, true),
        ...shown.map(parameter => cell(hpo.shortText(parameter, last.segment.trial), !parameter.choices)),
        cell(hpo.number(last.segment.trial.value, 4), true),
        cell(last.segment.trial.number, true),
        hpo.element('td', { className: 'text' }, why(first)));
    };
    return hpo.element('div', { className: 'scroll runs', tabIndex: 0, role: 'region', 'aria-label': 'Table of the schedule' },
      hpo.element('table', {},
        hpo.element('thead', {}, hpo.element('tr', {}, head('steps', true), ...shown.map(({ name, choices }) => head(name, !choices)), head(hpo.study.metric, true), head('trial', true), head('how it came'))),
        hpo.element('tbody', {}, ...stretches(model.schedule, shown).map(row))));
  };

  const note = (shown, all) => 'What the winner was trained with over its steps, in bold, and behind that '
    + (data.isPanda ? 'what the other children were. Of its nudges, a triangle was kept, a circle was not, and a cross was rolled back.' : 'what all others were.')
    + (shown.length < all.length ? ' Of ' + all.length + ' parameters that may change, the first ' + shown.length + ' are drawn.' : '');

  hpo.schedule = model => {
    const all = data.adjustable.map(place => hpo.parameters[place]).filter(({ varies }) => varies);
    const shown = all.slice(0, CHARTS);
    const isFound = model.schedule.length > 0;
    const figure = hpo.figure({
      id: 'schedule',
      title: 'The winner\u2019s schedule',
      isWide: true,
      note: note(shown, all),
      empty: isFound ? '' : 'No segment is complete, so there is no schedule.',
    });
    if (!isFound) return;
    const small = hpo.element('div', { className: 'small stairs' });
    figure.append(small);
    shown.forEach(parameter => {
      const box = hpo.element('figure', {}, hpo.element('h3', {}, parameter.name));
      small.append(box);
      chart(parameter, box, model);
    });
    figure.append(hpo.element('h3', {}, 'Step by step'), table(model, shown));
    if (data.lived > model.schedule.length) {
      figure.append(hpo.element('p', { className: 'note' }, 'The page has ' + model.schedule.length + ' of its ' + data.lived + ' segments; schedule.properties has all.'));
    }
  };
})();
