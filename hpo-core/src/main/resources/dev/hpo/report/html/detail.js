// All that the page knows of one trial, in a dialog.
(() => {
  const dialog = document.getElementById('detail');

  const table = (title, rows) => (rows.length === 0 ? [] : [
    hpo.element('h3', {}, title),
    hpo.element('div', { className: 'scroll' }, hpo.element('table', {}, hpo.element('tbody', {},
      ...rows.map(([name, value]) => hpo.element('tr', {}, hpo.element('th', { scope: 'row' }, name), hpo.element('td', {}, value)))))),
  ]);

  const preformatted = (title, text) => (text === '' ? [] : [hpo.element('h3', {}, title), hpo.element('pre', { tabIndex: 0 }, text)]);

  const replay = which => {
    if (hpo.study.replay === '') return [];
    const [command, ...advice] = hpo.study.replay.split('{trial}').join(which).split('\n');
    return [hpo.element('h3', {}, 'Run it again'), hpo.element('pre', { id: 'replay', tabIndex: 0 }, command), hpo.copyButton(command),
      ...advice.map(line => hpo.element('p', { className: 'note' }, line))];
  };

  const curve = (trial, parent) => {
    const curves = [[hpo.study.metric, hpo.wholeCurve(trial)], ...hpo.metricCurves(trial)].filter(([, points]) => points.length > 0);
    if (curves.length === 0) return null;
    parent.append(hpo.element('h3', {}, 'Curve'));
    const view = { place: 0 };
    const plot = hpo.canvas(parent, 'The curve of trial ' + trial.number, colours => ({
      grid: { top: 30 },
      xAxis: { type: 'value', scale: true, minInterval: 1, name: 'step', nameLocation: 'middle', nameGap: 24 },
      yAxis: { ...hpo.valueAxis(null, false), name: hpo.cut(curves[view.place][0], 40) },
      series: [{ type: 'line', symbolSize: 5, data: curves[view.place][1], lineStyle: { color: colours.complete }, itemStyle: { color: colours.complete } }],
      tooltip: { trigger: 'axis', formatter: ([point]) => hpo.tip('step ' + point.value[0], [hpo.number(point.value[1], 6)]) },
    }));
    if (curves.length > 1) plot.canvas.before(hpo.choice('of', curves.map(([name]) => name), 0, place => { view.place = place; plot.redraw(); }));
    return plot;
  };

  const source = trial => (trial.parent >= 0 ? 'goes on with trial ' + trial.parent : trial.source);

  const show = (title, ...parts) => {
    if (hpo.detailed) hpo.forget(hpo.detailed);
    hpo.detailed = null;
    dialog.replaceChildren(
      hpo.element('button', { type: 'button', className: 'close', onclick: () => dialog.close() }, 'Close'),
      hpo.element('h2', { id: 'detail-title' }, title),
      ...parts);
    dialog.showModal();
  };

  const configuration = trial => table('Configuration', hpo.parameters.filter(parameter => parameter.values[trial.place] !== null)
    .map(parameter => [parameter.name, hpo.valueText(parameter, trial)]));

  /** All that is known of a run that confirms a trial, or the start. */
  hpo.showRun = (run, of) => {
    const trial = run.of < 0 ? hpo.start : hpo.trial(run.of);
    show('Confirm ' + run.number + ' of ' + of + ', ' + run.state,
      hpo.element('dl', {}, ...hpo.facts([
        [hpo.study.metric, hpo.number(run.value, 9)],
        ['in the search', trial ? hpo.number(trial.value, 9) : ''],
        ['round', run.round],
        ['seed', run.seed],
        ['took', hpo.duration(run.duration)],
        ['failure', run.failure],
      ])),
      ...preformatted('What went wrong', run.reason),
      ...preformatted('Trace', run.trace),
      ...(trial ? configuration(trial) : []),
      ...replay('confirm:' + run.number));
  };

  /** Of a segment, what was decided before it, and what has become of it. */
  const decided = trial => {
    const { why, outcome } = hpo.segment(trial) || { why: '' };
    return table('Decided', [['before it', why], ['after it', outcome || '']].filter(([, text]) => text !== ''));
  };

  hpo.showTrial = trial => {
    const curves = hpo.element('div');
    show('Trial ' + trial.number + ', ' + trial.state,
      hpo.element('dl', {}, ...hpo.facts([
        [hpo.study.metric, hpo.number(trial.value, 9)],
        ['confirmed', hpo.confirmedText(trial)],
        ['last value', trial.value === null ? hpo.number(trial.last, 6) : ''],
        ['last step', trial.step < 0 ? '' : trial.step],
        ['took', hpo.duration(trial.duration)],
        ['in the population', hpo.placeText(trial)],
        ['chosen by', source(trial)],
        ['failure', trial.failure],
      ])),
      ...preformatted(trial.failure ? 'What went wrong' : 'Why', trial.reason),
      ...preformatted('Trace', trial.trace),
      ...decided(trial),
      ...configuration(trial),
      ...replay(trial.number),
      curves,
      ...table('Attributes and metrics', trial.attributes.map(([name, value]) => [name, typeof value === 'number' ? hpo.number(value, 6) : value])));
    hpo.detailed = curve(trial, curves);
    if (hpo.detailed) hpo.detailed.draw();
  };
})();
