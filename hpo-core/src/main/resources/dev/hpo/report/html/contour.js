// Two parameters at once: how the objective looks between the trials, smoothed over their neighbours.
(() => {
  const CELLS = 32;
  const TRIALS = 1500;

  /** The mean rank of the neighbours, the nearer ones weighing more, at each cell. */
  const surface = points => {
    const cells = [];
    for (let x = 0; x < CELLS; x++) {
      for (let y = 0; y < CELLS; y++) {
        const [left, low] = [(x + 0.5) / CELLS, (y + 0.5) / CELLS];
        let [sum, weights] = [0, 0];
        for (const point of points) {
          const weight = 1 / ((point.x - left) ** 2 + (point.y - low) ** 2 + 0.002) ** 2;
          sum += weight * point.rank;
          weights += weight;
        }
        cells.push([x / CELLS, y / CELLS, sum / weights]);
      }
    }
    return cells;
  };

  const rectangle = (params, api) => {
    const [left, bottom] = api.coord([api.value(0), api.value(1)]);
    const [right, top] = api.coord([api.value(0) + 1 / CELLS, api.value(1) + 1 / CELLS]);
    return {
      type: 'rect',
      shape: { x: left, y: top, width: right - left + 0.5, height: bottom - top + 0.5 },
      style: { fill: hpo.shade(api.value(2)) },
    };
  };

  hpo.contour = () => {
    if (hpo.varied.length < 2 || hpo.complete.length < 3) return;
    const figure = hpo.figure({
      id: 'contour',
      title: 'Two parameters',
      isWide: false,
      note: 'The marks are trials; behind them their ranks, smoothed: dark (on a dark page, bright) is good. Between few trials that is a guess.',
    });
    const view = { x: 0, y: 1 };
    const stride = Math.ceil(hpo.leading.length / TRIALS);
    const plot = hpo.canvas(figure, 'The objective over two parameters', colours => {
      const [across, up] = [hpo.varied[view.x], hpo.varied[view.y]];
      const points = hpo.leading.filter((trial, rank) => rank % stride === 0)
        .map(trial => ({ trial, x: hpo.position(across, trial), y: hpo.position(up, trial), rank: hpo.rank(trial) }))
        .filter(({ x, y }) => x !== null && y !== null);
      return {
        grid: { top: 30, bottom: 30 },
        xAxis: { ...hpo.axis(across), name: hpo.cut(across.name, 40), nameLocation: 'middle', nameGap: 26 },
        yAxis: { ...hpo.axis(up), name: hpo.cut(up.name, 40), nameTextStyle: { align: 'left' } },
        series: [
          { type: 'custom', renderItem: rectangle, silent: true, clip: true, data: points.length < 3 ? [] : surface(points), encode: { x: 0, y: 1 } },
          {
            type: 'scatter',
            symbolSize: 6,
            data: points.map(({ trial, x, y }) => ({ value: [x, y], trial })),
            itemStyle: { color: colours.paper, borderColor: colours.ink, borderWidth: 1, opacity: 0.8 },
          },
          {
            type: 'scatter',
            symbol: 'diamond',
            symbolSize: 16,
            z: 5,
            data: points.filter(({ trial }) => trial === hpo.best).map(({ trial, x, y }) => ({ value: [x, y], trial })),
            itemStyle: { color: colours.best, borderColor: colours.paper, borderWidth: 1 },
          },
        ],
      };
    });
    const names = hpo.varied.map(({ name }) => hpo.cut(name, 60));
    figure.controls.append(
      hpo.choice('across', names, 0, place => { view.x = place; plot.redraw(); }),
      hpo.choice('up', names, 1, place => { view.y = place; plot.redraw(); }));
  };
})();
