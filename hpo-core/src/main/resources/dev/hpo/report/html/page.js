// Puts the page together.
(() => {
  document.getElementById('facts').append(...hpo.facts([
    [hpo.study.direction === 'MINIMIZE' ? 'minimised' : 'maximised', hpo.study.metric],
    ['trials', hpo.study.counts],
    ['sampler', hpo.study.sampler],
    ['seed', hpo.study.seed],
    ['began', hpo.study.startedAt],
    ['ended', hpo.study.endReason],
  ]));
  hpo.raised();
  hpo.history();
  hpo.confirmations();
  hpo.findingList();
  hpo.importances();
  // A segment is no independent trial of its configuration, and its curve is a part of another one.
  if (!hpo.population) {
    hpo.slices();
    hpo.parallel();
    hpo.curves();
    hpo.contour();
  }
  hpo.timeline();
  hpo.table();
  document.documentElement.dataset.ready = 'true';
  // For whoever measures it: how long after the beginning of the navigation that was.
  document.documentElement.dataset.millis = Math.round(performance.now());
})();
