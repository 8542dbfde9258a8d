"""What a change does to the site: pages and downloads before and after, with pictures, as a report to look at."""
