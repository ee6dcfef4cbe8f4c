// When trials ran, those at the same time below one another.
(() => {
  /** The first lane that is free again when a trial begins; that is a worker, as far as one can tell. */
  const lanes = trials => {
    const free = [];
    return [...trials].sort((a, b) => a.begin - b.begin).map(trial => {
      const found = free.findIndex(end => end <= trial.begin);
      const lane = found < 0 ? free.length : found;
      free[lane] = trial.begin + Math.max(0, trial.duration);
      return { trial, lane };
    });
  };

  const bar = (params, api) => {
    const [left, middle] = api.coord([api.value(0), api.value(2)]);
    const [right] = api.coord([api.value(1), api.value(2)]);
    const height = Math.min(22, Math.max(2, api.size([0, 1])[1] * 0.8));
    return {
      type: 'rect',
      shape: { x: left, y: middle - height / 2, width: Math.max(1, right - left), height },
      style: { fill: api.visual('color'), stroke: api.style().stroke, lineWidth: 0.5 },
    };
  };

  hpo.timeline = () => {
    const timed = hpo.trials.filter(({ duration }) => duration >= 0);
    if (timed.length === 0) return;
    const placed = lanes(timed);
    const most = Math.max(...placed.map(({ lane }) => lane)) + 1;
    const figure = hpo.figure({
      id: 'timeline',
      title: 'Timeline',
      isWide: Boolean(hpo.population),
      note: most === 1 ? 'When trials ran, one after another.' : 'When trials ran; up to ' + most + ' at the same time.',
    });
    hpo.canvas(figure, 'When ' + timed.length + ' trials ran', colours => {
      const states = [
        ['complete', ({ state }) => state === 'complete', colours.complete],
        ['pruned', ({ state }) => state === 'pruned' || state === 'paused', colours.pruned],
        ['failed', ({ state }) => state === 'failed' || state === 'rejected', colours.failed],
      ];
      return {
        legend: {},
        grid: { left: 30, right: 44 },
        xAxis: { type: 'value', name: 'since the first began', nameLocation: 'middle', nameGap: 26, axisLabel: { formatter: hpo.duration, hideOverlap: true } },
        yAxis: { type: 'value', inverse: true, min: -0.5, max: most - 0.5, interval: 1, axisLabel: { show: false }, axisTick: { show: false }, splitLine: { show: false } },
        series: states.map(([name, is, colour]) => ({
          name,
          type: 'custom',
          renderItem: bar,
          clip: true,
          encode: { x: [0, 1], y: 2 },
          itemStyle: { color: colour, borderColor: colours.card },
          data: placed.filter(({ trial }) => is(trial)).map(({ trial, lane }) => ({ value: [trial.begin, trial.begin + trial.duration, lane], trial })),
        })).filter(({ data }) => data.length > 0),
      };
    });
  };
})();
