/**
 * Two runs of one script side by side: captures and outputs as text without what varies from run to
 * run, and the first difference between two of them. Start at {@link
 * vethlab.lab.compare.TraceText}.
 */
package vethlab.lab.compare;
