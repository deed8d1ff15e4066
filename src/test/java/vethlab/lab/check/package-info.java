/** What must hold in a lab, asked. */
package vethlab.lab.check;
