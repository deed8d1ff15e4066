/** What a lab's author is told. */
package vethlab.lab.problem;
