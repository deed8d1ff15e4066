/**
 * YAML with places: nodes that know their line and column, mistakes that say where and what was
 * meant, changes that leave comments and order as they were.
 */
package vethlab.lab.yaml;
