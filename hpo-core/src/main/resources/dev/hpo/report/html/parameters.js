// One plot for each parameter that varies: its values, on its own scale, against the objective.
(() => {
  const MOST = 2000;

  /** Choices lie on one another, so that each mark is moved a little, always in the same way. */
  const jitter = (parameter, trial) => {
    if (!parameter.scaled.choices) return 0;
    const noise = ((trial.number * 0.618034) % 1) - 0.5;
    return (noise * 0.5) / Math.max(1, parameter.scaled.choices.length - 1);
  };

  hpo.slices = () => {
    if (hpo.varied.length === 0 || hpo.complete.length === 0) return;
    const figure = hpo.figure({
      id: 'parameters',
      title: 'Parameters',
      isWide: true,
      note: 'Each on its own scale; the best trial is the large mark. The line is what is to be expected on average over all others, the band its interval of 95 %. A trial is missing where it does not have the parameter.'
        + (hpo.varied.length < hpo.parameters.length ? ' What has one value in all trials is left out.' : ''),
    });
    const range = hpo.range(hpo.complete.map(({ value }) => value));
    const view = { isAll: false };
    const shown = hpo.leading.length <= MOST ? hpo.leading : hpo.leading.filter((trial, rank) => rank < MOST / 2 || rank % Math.ceil(hpo.leading.length / (MOST / 2)) === 0);
    const small = hpo.element('div', { className: 'small' });
    const plots = hpo.varied.map(parameter => {
      const box = hpo.element('figure', {}, hpo.element('h3', {}, parameter.name));
      small.append(box);
      const at = trial => ({ value: [hpo.position(parameter, trial) + jitter(parameter, trial), trial.value], trial });
      const has = trial => parameter.values[trial.place] !== null;
      const own = shown.filter(has);
      const lone = (name, trial, colour, symbol) => ({ name, type: 'scatter', symbol, symbolSize: 14, z: 5,
        data: trial && trial.value !== null && has(trial) ? [at(trial)] : [], itemStyle: { color: colour, borderColor: '#ffffff', borderWidth: 1 } });
      // A line for numbers, with a band about it; a mark for each choice.
      const effect = colours => {
        if (parameter.effect.length === 0) return [];
        const isChoice = parameter.scaled.choices !== null;
        const point = end => one => [parameter.scaled.position(one.at), one[end]];
        const outline = [...parameter.effect.map(point('best')), ...parameter.effect.map(point('worst')).reverse()];
        const band = {
          type: 'custom',
          silent: true,
          clip: true,
          data: [outline[0]],
          renderItem: (params, api) => ({ type: 'polygon', shape: { points: outline.map(place => api.coord(place)) }, style: { fill: colours.earlier, opacity: 0.2 } }),
        };
        const line = {
          name: 'expected',
          type: 'line',
          silent: true,
          z: 4,
          symbol: isChoice ? 'roundRect' : 'none',
          symbolSize: [26, 4],
          itemStyle: { color: colours.earlier },
          lineStyle: { color: colours.earlier, width: isChoice ? 0 : 2 },
          data: parameter.effect.map(point('expected')),
        };
        return isChoice ? [line] : [band, line];
      };
      return hpo.canvas(box, parameter.name + ', ' + parameter.domain + ', against ' + hpo.study.metric, colours => ({
        grid: { left: 8, right: 24, top: 12, bottom: 8 },
        xAxis: hpo.axis(parameter),
        yAxis: { ...hpo.valueAxis(view.isAll ? null : range, false), name: '' },
        series: [
          { name: 'complete', type: 'scatter', symbolSize: 5, data: own.map(at), itemStyle: { color: colours.complete, opacity: own.length > 500 ? 0.35 : 0.65 } },
          ...effect(colours),
          lone('start', hpo.start === hpo.best ? null : hpo.start, colours.start, 'rect'),
          lone('best', hpo.best, colours.best, 'diamond'),
        ],
      }));
    });
    if (range && range.isCut) {
      figure.controls.append(hpo.checkbox('show outliers', false, isOn => { view.isAll = isOn; plots.forEach(plot => plot.redraw()); }));
    }
    figure.append(small);
  };
})();
