// Package form is the local form without its pages: a review file's bytes
// become fields to fill in, and what was filled in becomes changes of those
// bytes. A draft is a review file's whole text, so a comment, the order of
// keys and what somebody typed wrong all stay in it, and what is told of it is
// what the command line tells. It stands beside the line: it reads as review
// does, resolves as careplan does, and knows neither browser, disk nor clock.
package form
