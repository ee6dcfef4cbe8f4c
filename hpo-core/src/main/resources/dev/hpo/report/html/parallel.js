// Parallel coordinates: a line for each trial, an axis for each parameter that varies, and one for the objective.
(() => {
  const ABSENT = -0.25;
  const COUNTS = [50, 200, 1000, Infinity];
  const AXES = 16;

  const axis = (parameter, dim, colours) => {
    const scale = parameter.scaled;
    const steps = scale.choices ? Math.max(1, scale.choices.length - 1) : 4;
    const lowest = parameter.isAbsentSomewhere ? ABSENT : 0;
    const text = position => {
      if (position < -1e-9) return position === lowest ? 'absent' : '';
      return hpo.cut(scale.label(scale.value(position)), 12);
    };
    return { dim, name: hpo.cut(parameter.name, 22), min: lowest, max: 1, interval: 1 / steps, axisLabel: { formatter: text, color: colours.faint } };
  };

  const valueAxis = (dim, range, colours) => ({
    dim,
    name: hpo.cut(hpo.study.metric, 22),
    min: range.min,
    max: range.max,
    axisLabel: { formatter: value => hpo.number(value, 3), color: colours.faint, showMinLabel: false, showMaxLabel: false },
  });

  hpo.parallel = () => {
    if (hpo.varied.length === 0 || hpo.complete.length < 2) return;
    const figure = hpo.figure({
      id: 'parallel',
      title: 'Parallel coordinates',
      isWide: true,
      note: 'Each line is a complete trial, the darker (on a dark page, the brighter) the better. Drag along an axis to choose trials, which the table then shows; click on the axis to let go of them.',
    });
    const view = { count: hpo.leading.length > 200 ? 1 : COUNTS.length - 1, isAll: hpo.varied.length <= AXES };
    const range = hpo.range(hpo.complete.map(({ value }) => value));
    const shown = () => hpo.leading.slice(0, COUNTS[view.count]);
    const parameters = () => (view.isAll ? hpo.varied : hpo.varied.slice(0, AXES));
    const row = trial => parameters()
      .map(parameter => hpo.position(parameter, trial) ?? ABSENT)
      .concat(Math.min(range.max, Math.max(range.min, trial.value)));
    const scroll = hpo.element('div', { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'Parallel coordinates' });
    figure.append(scroll);
    const plot = hpo.canvas(scroll, 'Parallel coordinates of ' + hpo.varied.length + ' parameters', colours => {
      // The worst first, so that the best lie above.
      const trials = shown().reverse();
      plot.trials = trials;
      const opacity = trials.length > 500 ? 0.2 : trials.length > 100 ? 0.4 : 0.6;
      return {
        parallel: {
          left: 40, right: 70, top: 60, bottom: 24,
          axisExpandable: parameters().length > AXES,
          axisExpandCount: AXES,
          axisExpandWidth: 90,
          parallelAxisDefault: {
            type: 'value',
            nameLocation: 'end',
            nameTextStyle: { color: colours.ink, fontSize: 11 },
            nameRotate: parameters().length > 6 ? 12 : 0,
            nameGap: 20,
            axisLine: { lineStyle: { color: colours.faint } },
            axisTick: { lineStyle: { color: colours.faint } },
            splitLine: { show: false },
            areaSelectStyle: { width: 24, borderColor: colours.accent, color: colours.accent, opacity: 0.25 },
          },
        },
        parallelAxis: [...parameters().map((parameter, dim) => axis(parameter, dim, colours)), valueAxis(parameters().length, range, colours)],
        series: [{
          type: 'parallel',
          name: 'trials',
          smooth: false,
          progressive: 2000,
          inactiveOpacity: 0.03,
          activeOpacity: 0.9,
          data: trials.map((trial, place) => ({
            value: row(trial),
            trial,
            lineStyle: trial === hpo.best
              ? { color: colours.best, width: 3, opacity: 1 }
              : { color: hpo.shade(1 - place / Math.max(1, trials.length - 1)), width: 1.2, opacity },
          })),
        }],
      };
    });
    plot.canvas.style.minWidth = 80 * (parameters().length + 1) + 'px';
    plot.drawn = chart => chart.on('axisareaselected', () => {
      const model = chart.getModel();
      const isBrushed = model.getComponent('parallel') && model.queryComponents({ mainType: 'parallelAxis' }).some(one => one.activeIntervals.length > 0);
      const active = model.getSeriesByIndex(0).getRawIndicesByActiveState('active');
      hpo.brush(isBrushed ? active.map(place => plot.trials[place]) : null);
    });
    // What is chosen outlives a change of colours, as at dusk or in print, but not one of the axes.
    plot.kept = chart => (plot.isChanged || !chart.getModel() ? [] : chart.getModel().queryComponents({ mainType: 'parallelAxis' })
      .map(({ activeIntervals }, parallelAxisIndex) => ({ type: 'axisAreaSelect', parallelAxisIndex, intervals: activeIntervals }))
      .filter(({ intervals }) => intervals.length > 0));
    const redraw = change => value => {
      Object.assign(view, change(value));
      plot.isChanged = true;
      hpo.brush(null);
      plot.redraw();
      plot.isChanged = false;
    };
    const names = COUNTS.map(count => (count >= hpo.leading.length ? 'all ' + hpo.leading.length : 'the best ' + count));
    const few = names.slice(0, COUNTS.findIndex(count => count >= hpo.leading.length) + 1);
    view.count = Math.min(view.count, few.length - 1);
    if (few.length > 1) figure.controls.append(hpo.choice('show', few, view.count, redraw(count => ({ count }))));
    if (hpo.varied.length > AXES) figure.controls.append(hpo.checkbox('all ' + hpo.varied.length + ' parameters', false, redraw(isAll => ({ isAll }))));
  };
})();
