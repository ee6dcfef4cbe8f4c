// How much of the spread of the values each parameter explains, with intervals.
(() => {
  const MOST = 20;
  const percent = share => Math.round(100 * share) + ' %';

  /** The interval of a share: a line from its lower to its upper end. */
  const interval = colour => (params, api) => {
    const [left, y] = api.coord([api.value(0), api.value(2)]);
    const [right] = api.coord([api.value(1), api.value(2)]);
    const tick = x => ({ type: 'line', shape: { x1: x, y1: y - 4, x2: x, y2: y + 4 }, style: { stroke: colour, lineWidth: 1.5 } });
    return { type: 'group', children: [{ type: 'line', shape: { x1: left, y1: y, x2: right, y2: y }, style: { stroke: colour, lineWidth: 1.5 } }, tick(left), tick(right)] };
  };

  const sentence = text => (text.endsWith('.') ? text : text + '.');

  hpo.importances = () => {
    const { words, parameters, untold } = hpo.importance;
    const shown = parameters.slice(0, MOST).reverse();
    const figure = hpo.figure({
      id: 'importance',
      title: 'What matters',
      isWide: true,
      note: words.map(sentence).join(' '),
      empty: shown.length === 0 ? words.map(sentence).join(' ') : '',
    });
    if (shown.length === 0) return;
    const details = [
      'How much of the spread of the values over the whole space each parameter explains by itself, and together with others; the lines hold 95 % of the draws of a model of '
        + hpo.importance.trials + ' trials.',
      ...(parameters.length > MOST ? ['Of ' + parameters.length + ' parameters the first ' + MOST + ' are drawn.'] : []),
      ...untold.slice(0, MOST).map(({ name, reason }) => name + ' ' + reason + '.'),
    ];
    figure.append(hpo.element('p', { className: 'note' }, details.join(' ')));
    const plot = hpo.canvas(figure, words.join('. '), colours => ({
      legend: { data: ['by itself', 'with others'] },
      grid: { right: 40 },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: ([bar]) => {
          const { name, alone, total } = shown[bar.dataIndex];
          const text = ([value, low, high]) => percent(value) + ' (' + percent(low) + ' to ' + percent(high) + ')';
          return hpo.tip(name, ['by itself ' + text(alone), 'with others ' + text(total)]);
        },
      },
      xAxis: { type: 'value', min: 0, max: Math.min(1, Math.max(0.1, ...shown.map(({ total }) => total[2]))), axisLabel: { formatter: percent } },
      yAxis: { type: 'category', data: shown.map(({ name }) => hpo.cut(name, 32)), splitLine: { show: false } },
      series: [
        { name: 'with others', type: 'bar', barGap: '-100%', barMaxWidth: 18, data: shown.map(({ total }) => total[0]), itemStyle: { color: colours.pruned, opacity: 0.5 } },
        { name: 'by itself', type: 'bar', barMaxWidth: 18, data: shown.map(({ alone }) => alone[0]), itemStyle: { color: colours.complete } },
        { type: 'custom', renderItem: interval(colours.ink), z: 5, silent: true, encode: { x: [0, 1], y: 2 }, data: shown.map(({ alone }, place) => [alone[1], alone[2], place]) },
      ],
    }));
    plot.canvas.style.height = 90 + 30 * shown.length + 'px';
  };
})();
