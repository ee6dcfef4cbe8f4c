// Learning curves: the best one stands out, those of pruned trials are faint.
(() => {
  const MOST = 300;

  /** One series for many curves, with a gap between them, as a browser draws one much faster than hundreds. */
  const together = curves => curves.flatMap(curve => [...curve, [null, null]]);

  /** So many of the trials, the leading ones first and then evenly spread. */
  const some = trials => {
    if (trials.length <= MOST) return trials;
    const spread = Array.from({ length: MOST }, (none, i) => trials[Math.floor((i * trials.length) / MOST)]);
    return [...new Set(spread)];
  };

  hpo.curves = () => {
    const withCurve = hpo.trials.filter(trial => hpo.curve(trial).length > 1);
    if (withCurve.length === 0) return;
    const names = [...new Set(hpo.trials.flatMap(trial => hpo.metricCurves(trial).map(([name]) => name)))].sort();
    const figure = hpo.figure({
      id: 'curves',
      title: 'Learning curves',
      isWide: false,
      note: 'What trials have reported at their steps; the best is in bold' + (withCurve.length > MOST ? ', and of the others some are drawn.' : '.'),
    });
    const view = { metric: -1, isAll: false, hasPruned: true, isLog: false };
    const of = trial => {
      if (view.metric < 0) return hpo.curve(trial);
      const found = hpo.metricCurves(trial).find(([name]) => name === names[view.metric]);
      return found ? found[1] : [];
    };
    const line = (name, data, look) => ({ name, type: 'line', showSymbol: false, silent: true, connectNulls: false, data, ...look });
    const lone = (name, trial, colour, width) => (trial && of(trial).length > 0
      ? [line(name, of(trial).map(([x, y]) => ({ value: [x, y], trial })), {
        silent: false, showSymbol: true, symbolSize: 5, z: 5, lineStyle: { color: colour, width }, itemStyle: { color: colour } })]
      : []);
    const plot = hpo.canvas(figure, 'Learning curves of ' + withCurve.length + ' trials', colours => {
      const ended = some(hpo.leading).map(of);
      const stopped = view.hasPruned ? some(hpo.trials.filter(({ value }) => value === null)).map(of) : [];
      const ys = ended.concat(stopped).flat().map(([, y]) => y);
      const range = view.metric < 0 && !view.isAll ? hpo.range(ys) : null;
      return {
        legend: {},
        tooltip: { trigger: 'item' },
        xAxis: { type: 'value', name: 'step', nameLocation: 'middle', nameGap: 26, scale: true, minInterval: 1, splitLine: { show: false } },
        yAxis: { ...hpo.valueAxis(range, view.isLog && ys.every(y => !(y <= 0))), name: hpo.cut(view.metric < 0 ? hpo.study.metric : names[view.metric], 40) },
        series: [
          line('pruned or failed', together(stopped), { lineStyle: { color: colours.pruned, opacity: 0.3, width: 1 }, itemStyle: { color: colours.pruned } }),
          line('complete', together(ended), { lineStyle: { color: colours.complete, opacity: ended.length > 60 ? 0.25 : 0.5, width: 1 }, itemStyle: { color: colours.complete } }),
          ...lone('start', hpo.start === hpo.best ? null : hpo.start, colours.start, 2),
          ...lone('best', hpo.best, colours.best, 3),
        ],
      };
    });
    const redraw = change => value => { Object.assign(view, change(value)); plot.redraw(); };
    if (names.length > 0) figure.controls.append(hpo.choice('of', [hpo.study.metric, ...names], 0, redraw(place => ({ metric: place - 1 }))));
    figure.controls.append(
      hpo.checkbox('pruned and failed', true, redraw(isOn => ({ hasPruned: isOn }))),
      hpo.checkbox('log scale', false, redraw(isOn => ({ isLog: isOn }))),
      hpo.checkbox('show outliers', false, redraw(isOn => ({ isAll: isOn }))));
  };
})();
