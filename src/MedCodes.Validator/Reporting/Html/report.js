'use strict';
(function () {
  const names = ['rule', 'severity', 'actor', 'file', 'claim'];
  const controls = Object.fromEntries(names.map(name => [name, document.getElementById('by-' + name)]));
  const findings = [...document.querySelectorAll('.finding')];
  const groups = [...document.querySelectorAll('.group')];
  const count = document.getElementById('count');

  // So few groups are read one after the other; what was asked for should not hide behind a click.
  const fewGroups = 5;

  function filter() {
    let shown = 0;
    for (const finding of findings) {
      const fits = names.every(name => controls[name].value === '' || finding.dataset[name] === controls[name].value);
      finding.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector('.finding:not([hidden])');
    }
    const left = groups.filter(group => !group.hidden);
    if (shown < findings.length && left.length <= fewGroups) {
      for (const group of left) {
        group.open = true;
      }
    }
    count.textContent = shown === findings.length ? findings.length + ' shown' : shown + ' of ' + findings.length + ' shown';
  }

  for (const control of Object.values(controls)) {
    control.addEventListener('input', filter);
  }
  document.getElementById('clear').addEventListener('click', function () {
    for (const control of Object.values(controls)) {
      control.value = '';
    }
    filter();
  });
  window.addEventListener('beforeprint', function () {
    for (const group of groups) {
      group.open = true;
    }
  });
  // A link may carry its filters, as in report.html#rule=MC4101&claim=2.
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    if (names.includes(name)) {
      controls[name].value = value;
    }
  }
  filter();
})();
