/** What the canvas costs, measured on large drawings. */
package vethlab.app.bench;
