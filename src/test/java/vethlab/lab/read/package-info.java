/** lab.yaml, read. */
package vethlab.lab.read;
