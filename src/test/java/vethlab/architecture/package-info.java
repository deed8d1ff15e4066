/** The rules that hold the whole project: who may know whom, and what stays deterministic. */
package vethlab.architecture;
