/** The published JSON schemas, as an editor uses them. */
package vethlab.lab.schema;
