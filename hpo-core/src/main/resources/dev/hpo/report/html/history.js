// What became of the trials in their order, and the best value so far.
hpo.history = () => {
  const values = hpo.complete.map(({ value }) => value);
  const figure = hpo.figure({
    id: 'history',
    title: 'History',
    isWide: true,
    note: (hpo.population ? 'Each mark is a segment of a training, whose value is also what those before it have come to' : 'Each mark is a trial') + '; the line is the best value so far. Failed trials stand at the bottom. Click on a mark for all that is known of it.',
    empty: hpo.trials.length === 0 ? 'No trial has begun.' : '',
  });
  if (hpo.trials.length === 0) return;
  const confirmed = hpo.best && hpo.study.confirmed ? [hpo.study.confirmed.value] : [];
  const canBeLog = values.length > 0 && values.concat(confirmed).every(value => value > 0);
  const view = { isLog: false, isAll: false };
  const start = hpo.start && hpo.start.value !== null ? [hpo.start.value] : [];
  const range = hpo.range(values.concat(hpo.stopped.map(({ last }) => last)), start.concat(confirmed));

  const marks = (name, trials, value, look) => ({
    name,
    type: 'scatter',
    data: trials.map(trial => ({ value: [trial.number, value(trial)], trial })),
    ...look,
  });
  const ending = hpo.trials[hpo.trials.length - 1].number;
  const soFar = () => {
    const line = [];
    for (const trial of hpo.complete) {
      if (line.length === 0 || hpo.isBetter(trial.value, line[line.length - 1][1])) line.push([trial.number, trial.value]);
    }
    if (line.length > 0) line.push([ending, line[line.length - 1][1]]);
    return line;
  };
  const steps = (name, line, look) => ({ name, type: 'line', step: 'end', showSymbol: false, silent: true, data: line, ...look });

  const plot = hpo.canvas(figure, 'History of ' + hpo.trials.length + ' trials: ' + hpo.study.verdict, colours => ({
    legend: {},
    xAxis: { type: 'value', name: 'trial', nameLocation: 'middle', nameGap: 26, minInterval: 1, min: 0, max: Math.max(1, ending) },
    yAxis: [hpo.valueAxis(view.isAll ? null : range, view.isLog), { type: 'value', min: 0, max: 1, show: false }],
    series: [
      marks('complete', hpo.complete, ({ value }) => value, { symbolSize: 7, itemStyle: { color: colours.complete, opacity: 0.75 } }),
      ...(hpo.stopped.length === 0 ? [] : [marks('pruned, its last value', hpo.stopped, ({ last }) => last,
        { symbol: 'emptyTriangle', symbolSize: 7, itemStyle: { color: colours.pruned, opacity: 0.7 } })]),
      ...(hpo.failed.length === 0 ? [] : [marks('failed', hpo.failed, () => 0.02,
        { yAxisIndex: 1, symbol: 'path://M0,0L8,8M8,0L0,8', symbolSize: 8, itemStyle: { color: 'transparent', borderColor: colours.failed, borderWidth: 1.5 } })]),
      ...hpo.earlier.map(run => steps('run ' + run.run, run.improvements.concat(
        run.improvements.length === 0 ? [] : [[Math.min(ending, run.trials - 1), run.improvements[run.improvements.length - 1][1]]]).filter(([x]) => x <= ending),
        { lineStyle: { color: colours.earlier, width: 1.5, type: 'dotted' }, itemStyle: { color: colours.earlier } })),
      ...(hpo.randomSearch.length === 0 ? [] : [{
        name: 'random search, expected', type: 'line', silent: true, showSymbol: false, data: hpo.randomSearch,
        lineStyle: { color: colours.faint, width: 1.5, type: 'dashed' }, itemStyle: { color: colours.faint },
      }]),
      steps('best so far', soFar(), { lineStyle: { color: colours.best, width: 2.5 }, itemStyle: { color: colours.best } }),
      ...(hpo.start && hpo.start.value !== null ? [{
        name: 'start',
        type: 'line',
        silent: true,
        showSymbol: false,
        data: [[0, hpo.start.value], [Math.max(1, ending), hpo.start.value]],
        lineStyle: { color: colours.start, type: 'dashed', width: 2 },
        itemStyle: { color: colours.start },
      }] : []),
      ...(hpo.best ? [marks(confirmed.length > 0 ? 'best, mean of the runs that confirm it' : 'best', [hpo.best], ({ value }) => (confirmed.length > 0 ? confirmed[0] : value), { symbol: 'diamond', symbolSize: 15, itemStyle: { color: colours.best, borderColor: colours.paper, borderWidth: 1 } })] : []),
    ],
  }));
  if (canBeLog) figure.controls.append(hpo.checkbox('log scale', false, isOn => { view.isLog = isOn; plot.redraw(); }));
  if (range && range.isCut) figure.controls.append(hpo.checkbox('show outliers', false, isOn => { view.isAll = isOn; plot.redraw(); }));
};
