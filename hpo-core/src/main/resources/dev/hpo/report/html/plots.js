// Plots: each is a figure with a title, a sentence, controls and a canvas, drawn when it comes into view.
(() => {
  const plots = [];
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

  hpo.colours = () => Object.fromEntries(
    ['paper', 'card', 'ink', 'faint', 'line', 'accent', 'best', 'start', 'complete', 'pruned', 'failed', 'earlier'].map(name => [name, colour(name)]));

  // Cividis, from the best to the worst: people of all kinds of colour vision see its order.
  const CIVIDIS = [[0, 34, 78], [61, 77, 107], [124, 123, 120], [187, 173, 108], [254, 232, 56]];
  hpo.shade = share => {
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches && !hpo.isPrinted;
    const place = Math.min(0.9999, Math.max(0, isDark ? 1 - share : share)) * (CIVIDIS.length - 1);
    const [from, to] = [CIVIDIS[Math.floor(place)], CIVIDIS[Math.floor(place) + 1]];
    return 'rgb(' + from.map((part, i) => Math.round(part + (to[i] - part) * (place % 1))).join(',') + ')';
  };

  /** Returns what a tooltip shows: an element, as a text would be taken for markup. */
  hpo.tip = (title, lines) => hpo.element('div', { className: 'tip' }, hpo.element('strong', {}, title),
    ...lines.map(line => hpo.element('div', {}, line)));

  /** Returns what the runs of the best have come to, where it was run again: its own value is that of the search. */
  hpo.confirmedText = trial => {
    const found = hpo.study.confirmed;
    if (trial !== hpo.best || !found) return '';
    const isBounded = typeof found.low === 'number' && typeof found.high === 'number';
    return hpo.number(found.value, 6) + ', mean of ' + found.runs + (found.runs === 1 ? ' run' : ' runs')
      + (isBounded ? ', 95 % interval ' + hpo.number(found.low, 4) + ' to ' + hpo.number(found.high, 4) : '');
  };

  hpo.trialTip = trial => hpo.tip('trial ' + trial.number + ', ' + trial.state, [
    ...(hpo.placeText(trial) === '' ? [] : [hpo.placeText(trial)]),
    ...(trial.value === null ? [] : [hpo.study.metric + ' ' + hpo.number(trial.value, 6)]),
    ...(hpo.confirmedText(trial) === '' ? [] : ['confirmed ' + hpo.confirmedText(trial)]),
    ...(trial.reason ? [hpo.cut(trial.reason.split('\n')[0], 200)] : []),
    ...hpo.varied.slice(0, 10).filter(parameter => parameter.values[trial.place] !== null)
      .map(parameter => parameter.name + ' = ' + hpo.cut(hpo.valueText(parameter, trial), 60)),
  ]);

  const common = colours => ({
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { color: colours.ink, fontFamily: 'system-ui, sans-serif' },
    tooltip: {
      confine: true,
      backgroundColor: colours.paper,
      borderColor: colours.line,
      textStyle: { color: colours.ink },
      formatter: ({ data }) => (data && data.trial ? hpo.trialTip(data.trial) : undefined),
    },
    grid: { left: 12, right: 24, top: 62, bottom: 34, containLabel: true },
  });

  const merged = (base, option) => {
    const all = { ...base };
    for (const [key, value] of Object.entries(option)) {
      const isObject = value && typeof value === 'object' && !Array.isArray(value) && base[key];
      all[key] = isObject ? merged(base[key], value) : value;
    }
    return all;
  };

  const axes = (option, colours) => {
    for (const key of ['xAxis', 'yAxis']) {
      for (const axis of [].concat(option[key] || [])) {
        axis.axisLine = { lineStyle: { color: colours.line }, ...axis.axisLine };
        axis.axisLabel = { color: colours.faint, ...axis.axisLabel };
        axis.nameTextStyle = { color: colours.faint, ...axis.nameTextStyle };
        axis.splitLine = { lineStyle: { color: colours.line, opacity: 0.6 }, ...axis.splitLine };
      }
    }
    if (option.legend) {
      option.legend = { top: 0, left: 0, type: 'scroll', textStyle: { color: colours.ink }, pageTextStyle: { color: colours.ink }, ...option.legend };
    }
    return option;
  };

  class Plot {
    constructor(canvas, label, option) {
      this.canvas = canvas;
      this.option = option;
      this.chart = null;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', label);
      this.label = label;
    }

    draw() {
      const colours = hpo.colours();
      if (!this.chart) {
        this.chart = echarts.init(this.canvas, null, { renderer: 'canvas' });
        this.chart.on('click', ({ data }) => { if (data && data.trial) hpo.showTrial(data.trial); });
        new ResizeObserver(() => this.chart.resize()).observe(this.canvas);
        if (this.drawn) this.drawn(this.chart);
      }
      const option = axes(merged(common(colours), this.option(colours)), colours);
      const before = this.chart.getOption();
      if (option.legend && before && before.legend && before.legend[0]) option.legend.selected = before.legend[0].selected;
      option.aria = { enabled: true, label: { description: this.label } };
      const kept = this.kept ? this.kept(this.chart) : [];
      this.chart.setOption(option, true);
      kept.forEach(action => this.chart.dispatchAction(action));
      this.canvas.dataset.drawn = 'true';
    }

    redraw() {
      if (this.chart) this.draw();
    }
  }

  const watcher = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(({ target }) => {
    watcher.unobserve(target);
    plots.find(plot => plot.canvas === target).draw();
  }), { rootMargin: '300px' });

  /** Adds a canvas to an element; it is drawn when it comes into view. */
  hpo.canvas = (parent, label, option) => {
    const canvas = hpo.element('div', { className: 'canvas' });
    parent.append(canvas);
    const plot = new Plot(canvas, label, option);
    plots.push(plot);
    watcher.observe(canvas);
    return plot;
  };

  /** Adds a figure; `about` has its `id`, `title`, `note`, whether it `isWide`, and why it is `empty`, if it is. */
  hpo.figure = about => {
    const figure = hpo.element('figure', { id: about.id, className: about.isWide ? 'wide' : '', 'aria-labelledby': about.id + '-title' },
      hpo.element('h2', { id: about.id + '-title' }, about.title),
      hpo.element('p', { className: 'note' }, about.empty || about.note));
    figure.controls = hpo.element('div', { className: 'controls' });
    if (!about.empty) figure.append(figure.controls);
    document.getElementById('plots').append(figure);
    return figure;
  };

  /** Lets go of a plot whose element leaves the page. */
  hpo.forget = plot => {
    plots.splice(plots.indexOf(plot), 1);
    watcher.unobserve(plot.canvas);
    if (plot.chart) plot.chart.dispose();
  };

  hpo.redraw = () => plots.forEach(plot => plot.redraw());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', hpo.redraw);
  const print = isPrinted => {
    hpo.isPrinted = isPrinted;
    document.documentElement.classList.toggle('printed', isPrinted);
    if (isPrinted) plots.filter(plot => plot.canvas.offsetParent).forEach(plot => plot.draw());
    else hpo.redraw();
  };
  addEventListener('beforeprint', () => print(true));
  addEventListener('afterprint', () => print(false));

  /** A value axis of the objective; outliers are left out unless all are wanted. */
  hpo.valueAxis = (range, isLog) => ({
    type: isLog ? 'log' : 'value',
    name: hpo.cut(hpo.study.metric, 40),
    nameLocation: 'end',
    nameTextStyle: { align: 'left' },
    scale: true,
    min: isLog || !range ? undefined : range.min,
    max: isLog || !range ? undefined : range.max,
    axisLabel: { formatter: value => hpo.number(value, 3), showMinLabel: !range ? undefined : false, showMaxLabel: !range ? undefined : false },
  });
})();
