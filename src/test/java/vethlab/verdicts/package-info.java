/** Every verdict provoked, and the page that lists them. Start at {@link VerdictsTest}. */
package vethlab.verdicts;
