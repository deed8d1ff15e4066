/**
 * The lab as a folder: lab.yaml, layout.yaml, session.sh, walkthrough.md, checks.yaml; plans,
 * checks, import and export.
 */
package vethlab.lab;
