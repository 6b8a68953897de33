/* The first script of the page. It sets the content security policy, and where the browser cannot run the app it shows
 * the plain page instead of the loading one. Old engines must be able to read this file: no syntax after ES5.
 *
 * Elements of index.html that it knows: #loading, #cannot-run, #start-failed.
 */
(function () {
  'use strict';

  var POLICY = [
    "default-src 'self'",
    "base-uri 'none'",
    "connect-src 'self'",
    "form-action 'none'",
    "frame-src 'none'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "style-src 'self'",
    "worker-src 'self'"
  ];

  /* Engines that know 'wasm-unsafe-eval' get it; to older ones the word means nothing and WebAssembly needs the wider
   * one. No engine tells which words it knows, so an ability that came with or after the word in each of them stands
   * for it: showPicker (Chromium 99 after 97, Firefox 101 beside 102, Safari 16 beside 16). */
  function knowsWasmWord() {
    return 'showPicker' in HTMLInputElement.prototype;
  }

  function setPolicy() {
    var script = knowsWasmWord() ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self' 'unsafe-eval'";
    var meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = POLICY.concat(script).join('; ');
    document.head.appendChild(meta);
  }

  function startsModuleWorkers() {
    var asked = false;
    /* The address cannot be parsed, so nothing starts; engines that know module workers read the type before. */
    try {
      new Worker('https://:', { get type() { asked = true; return 'module'; } });
    } catch (refused) {
      return asked;
    }
    return asked;
  }

  function missing() {
    var needs = {
      'https': window.isSecureContext,
      'WebAssembly': typeof WebAssembly === 'object' && typeof WebAssembly.instantiateStreaming === 'function',
      'JavaScript modules': 'noModule' in HTMLScriptElement.prototype,
      'IndexedDB': 'indexedDB' in window && !!window.indexedDB,
      'module workers': 'Worker' in window && startsModuleWorkers(),
      'Web Locks': 'locks' in navigator,
      'Web Crypto': 'crypto' in window && 'subtle' in window.crypto,
      'BroadcastChannel': 'BroadcastChannel' in window,
      'CompressionStream': 'CompressionStream' in window,
      'BigInt': 'BigInt' in window
    };
    var names = [];
    for (var name in needs) {
      if (!needs[name]) names.push(name);
    }
    return names;
  }

  /* Chromium before 99 does not know cascade layers and would show the app without any style: it gets a second file
   * from the build in which the layers are plain rules in the same order. */
  function addFlatStyle() {
    var own = document.currentScript && document.currentScript.src;
    if ('CSSLayerBlockRule' in window || !own) return;
    var link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = own.replace(/boot\.js$/, 'style-flat.css');
    document.head.appendChild(link);
  }

  function show(id, detail) {
    var page = document.getElementById(id);
    var loading = document.getElementById('loading');
    if (!page) return;
    page.querySelector('[data-detail]').appendChild(document.createTextNode(detail));
    page.hidden = false;
    page.removeAttribute('hidden');
    if (loading) loading.parentNode.removeChild(loading);
  }

  function whenRead(act) {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', act);
    else act();
  }

  var lacking = missing();
  if (lacking.length) {
    window.shouwenCannotRun = true;
    whenRead(function () { show('cannot-run', lacking.join(', ')); });
    return;
  }
  setPolicy();
  addFlatStyle();

  /* start.js reports here what went wrong; a script that could not even be loaded is noticed below. */
  var failed = false;
  window.shouwenStartFailed = function (detail) {
    if (failed) return;
    failed = true;
    whenRead(function () { show('start-failed', detail); });
  };
  document.addEventListener('error', function (event) {
    var source = event.target && event.target.tagName === 'SCRIPT' && event.target.src;
    if (source) window.shouwenStartFailed(source);
  }, true);
})();
