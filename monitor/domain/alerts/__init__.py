"""What is sent: alerts, digests and messages, who takes them and when, in which words and on which look."""
