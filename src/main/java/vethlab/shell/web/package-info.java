/**
 * The web as people try it out in a lab: {@code python3 -m http.server} on one side, curl 7.88 and
 * wget 1.21 on the other, HTTP/1 over the simulated TCP. Start at {@link
 * vethlab.shell.web.WebPrograms}. Not modelled: TLS, proxies, cookies, uploads from files, and the
 * rest of Python.
 */
package vethlab.shell.web;
